import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Import } from '@/shared/api/types'
import { Choice, type Option } from '@/shared/controls/Choice'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { no, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { importCan } from './can'
import { ImportFacts } from './ImportFacts'
import { isList, itemName, listItems } from './lists'
import { headerOf, meantTwice, type FileColumn } from './read'
import { Troubles } from './Troubles'
import { imports } from './words'

/** What each column of the file means, to be mended by hand; then the check. */
export function Columns({ one, etag }: { one: Import; etag: string }) {
  const t = imports.use()
  const header = headerOf(one)
  const edit = useMending(one, etag, header.columns)
  return (
    <>
      <ImportFacts one={one} etag={etag} />
      <Section title={t('columns')} about={t('columnsAbout')}>
        <div className="stack">
          {header.problems.length > 0 && (
            <Alert type="error" showIcon title={t('problems')} description={<Troubles troubles={header.problems} />} />
          )}
          {header.columns.length === 0 && <p>{t('noColumns')}</p>}
          {header.columns.length > 0 && <Table edit={edit} columns={header.columns} kind={one.kind} sheet={header.sheet} />}
          <Onward one={one} edit={edit} empty={header.columns.length === 0} />
        </div>
      </Section>
    </>
  )
}

/** What a person changed of the match, and sending it. */
function useMending(one: Import, etag: string, columns: readonly FileColumn[]) {
  const t = imports.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [changed, setChanged] = useState<Record<string, string>>({})
  const itemOf = (column: FileColumn) => changed[column.heading] ?? column.item
  const open = columns.filter((column) => itemOf(column) !== column.item)
  const saving = useMutation({
    mutationFn: () => {
      const headings = Object.fromEntries(open.map((column) => [column.heading, itemOf(column)]))
      return good(api.PATCH('/api/v1/imports/{id}', { params: { path: { id: one.id }, header: { 'If-Match': etag } }, body: { headings } }))
    },
    onSuccess: async () => {
      setChanged({})
      await client.invalidateQueries({ queryKey: ['imports'] })
      message.success(t('columnsSaved'))
    },
  })
  const set = (heading: string, item: string) => setChanged({ ...changed, [heading]: item })
  return { itemOf, set, open: open.length, twice: meantTwice(columns.map(itemOf)), saving }
}

type Mending = ReturnType<typeof useMending>

function optionsOf(dictionary: Dictionary, kind: Import['kind'], year: string): Option[] {
  if (isList(kind)) return kind === 'titles' ? listItems(kind, dictionary) : [{ value: 'period', label: year }, ...listItems(kind, dictionary)]
  const fits = dictionary.items.filter((item) => (kind === 'register' ? item.register : item.values))
  const items = fits.map(({ code }) => ({ value: code, label: dictionary.heading(code) }))
  return kind === 'values' ? [{ value: 'period', label: year }, ...items] : items
}

interface TableProps {
  edit: Mending
  columns: readonly FileColumn[]
  kind: Import['kind']
  sheet: string | null
}

function Table({ edit, columns, kind, sheet }: TableProps) {
  const t = imports.use()
  const me = useMe()
  const dictionary = useDictionary()
  const options = optionsOf(dictionary, kind, t('year'))
  const shown: Column<FileColumn>[] = [
    { key: 'letter', title: t('column'), render: (column) => column.letter, still: true },
    { key: 'heading', title: t('heading'), render: (column) => column.heading },
    {
      key: 'item',
      title: t('meaning'),
      render: (column) => (
        <>
          <Choice
            aria-label={t('meaningOf', { letter: column.letter, heading: column.heading })}
            nothing={t('leaveOut')}
            value={edit.itemOf(column)}
            onChange={(item) => edit.set(column.heading, item ?? '')}
            options={options}
            disabled={!importCan.make(me).yes}
          />
          {!edit.itemOf(column) && column.suggestion && <small>{t('suggested', { name: itemName(column.suggestion, dictionary) })}</small>}
        </>
      ),
    },
    { key: 'unit', title: t('unit'), render: (column) => column.unit, still: true },
  ]
  return (
    <>
      {sheet && <p>{t('sheetIs', { sheet })}</p>}
      <Rows label={t('columns')} columns={shown} rows={columns} rowKey={(column) => column.letter} />
      {edit.twice.length > 0 && <Alert type="error" showIcon title={t('twice', { names: edit.twice.map((code) => itemName(code, dictionary)).join(' · ') })} />}
    </>
  )
}

function Onward({ one, edit, empty }: { one: Import; edit: Mending; empty: boolean }) {
  const t = imports.use()
  const me = useMe()
  const check = useCheck(one)
  const can = importCan.check(me, one)
  const ready = edit.open > 0 ? no(t('unsavedColumns', { count: edit.open })) : can
  return (
    <>
      <ProblemAlert error={edit.saving.error ?? check.error} />
      {edit.open > 0 && <p role="status">{t('unsavedColumns', { count: edit.open })}</p>}
      <div className="actions">
        {edit.open > 0 && (
          <ActionButton type="primary" can={edit.twice.length > 0 ? no(t('twice', { names: '' })) : can} loading={edit.saving.isPending} onClick={() => edit.saving.mutate()}>
            {t('saveColumns')}
          </ActionButton>
        )}
        {!empty && (
          <ActionButton type={edit.open > 0 ? 'default' : 'primary'} can={ready} loading={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </ActionButton>
        )}
      </div>
      <small>{t('checkAbout')}</small>
    </>
  )
}

/** Asks for a check of every row. */
export function useCheck(one: Import) {
  const client = useQueryClient()
  const [key, setKey] = useState(freshKey)
  return useMutation({
    mutationFn: () => good(api.POST('/api/v1/imports/{id}/preview', { params: { path: { id: one.id }, header: { 'Idempotency-Key': key } } })),
    onSuccess: () => setKey(freshKey()),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
}
