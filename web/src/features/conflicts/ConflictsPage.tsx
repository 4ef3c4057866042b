import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { BatchPage } from '@/shared/batches/BatchPage'
import { Choice } from '@/shared/controls/Choice'
import { Tick } from '@/shared/controls/Tick'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { conflictCan } from './can'
import { decisionFacts, yearOf, type Conflict } from './conflict'
import { DecideDrawer } from './DecideDrawer'
import { gapOf } from './gap'
import { conflicts } from './words'

const LIMIT = 50

/** Values on which sources differ, and deciding between them. */
export function ConflictsPage() {
  const t = conflicts.use()
  return (
    <BatchPage title={t('title')} about={t('about')}>
      {(batch) => <Conflicts key={batch.id} batch={batch} />}
    </BatchPage>
  )
}

function useAsked() {
  const [address, setAddress] = useSearchParams()
  const set = (change: Record<string, string>) =>
    setAddress((known) => {
      const next = new URLSearchParams(known)
      next.delete('skip')
      for (const [name, value] of Object.entries(change)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  return { item: address.get('item') ?? '', decided: address.get('decided') === '1', skip: Number(address.get('skip')) || 0, set }
}

function Conflicts({ batch }: { batch: Batch }) {
  const t = conflicts.use()
  const dictionary = useDictionary()
  const { item, decided, skip, set } = useAsked()
  const [opened, setOpened] = useState<Conflict | null>(null)
  const found = useQuery({
    queryKey: ['conflicts', batch.id, item, decided, skip],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/batches/{id}/conflicts', { params: { path: { id: batch.id }, query: { limit: LIMIT, skip, decided, ...(item && { item }) } }, signal })),
    placeholderData: keepPreviousData,
  })
  const total = found.data?.total ?? 0
  const exporting = exportingOf((_, format) =>
    api.GET('/api/v1/batches/{id}/conflicts/export', { params: { path: { id: batch.id }, query: { decided, ...(item && { item }), format } }, parseAs: 'blob' }),
  )
  return (
    <div className="card">
      <Tools item={item} decided={decided} batch={batch} onSet={set} />
      <div className="list-tools">
        <span role="status">{found.data ? t('total', { total: counted(total) }) : ''}</span>
        <div className="actions">
          <ExportButtons exporting={exporting} wanted={{ filters: {}, sort: '', limit: LIMIT, cursor: undefined }} />
        </div>
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.items.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {found.data && found.data.items.length > 0 && <Table batch={batch} rows={found.data.items} dictionary={dictionary} onOpen={setOpened} />}
      {total > LIMIT && (
        <nav className="pager" aria-label={t('pages')}>
          <Button disabled={skip === 0} onClick={() => set({ skip: String(Math.max(0, skip - LIMIT)) })}>
            {t('previous')}
          </Button>
          <Button disabled={skip + LIMIT >= total} onClick={() => set({ skip: String(skip + LIMIT) })}>
            {t('next')}
          </Button>
        </nav>
      )}
      <DecideDrawer batch={batch} conflict={opened} onClose={() => setOpened(null)} />
    </div>
  )
}

interface ToolsProps {
  item: string
  decided: boolean
  batch: Batch
  onSet: (change: Record<string, string>) => void
}

function Tools({ item, decided, batch, onSet }: ToolsProps) {
  const t = conflicts.use()
  const id = useId()
  const dictionary = useDictionary()
  const items = useQuery({
    queryKey: ['batches', 'items', batch.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}/items', { params: { path: { id: batch.id } }, signal })),
  })
  const options = (items.data ?? []).map((one) => ({ value: one.item, label: dictionary.name(one.item) }))
  return (
    <div className="batch-choice dialog-text">
      <label htmlFor={id}>{t('item')}</label>
      <Choice id={id} value={item} nothing={t('allItems')} onChange={(value) => onSet({ item: value ?? '' })} options={options} />
      <Tick checked={decided} onChange={(on) => onSet({ decided: on ? '1' : '' })}>
        {t('decidedToo')}
      </Tick>
    </div>
  )
}

interface TableProps {
  batch: Batch
  rows: readonly Conflict[]
  dictionary: Dictionary
  onOpen: (conflict: Conflict) => void
}

function Table({ batch, rows, dictionary, onOpen }: TableProps) {
  const t = conflicts.use()
  const me = useMe()
  const can = conflictCan.decide(me, batch)
  const columns: Column<Conflict>[] = [
    {
      key: 'enterprise',
      title: t('enterprise'),
      render: (one) => (
        <>
          <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link>
          <small>
            <code>{one.credit_code}</code>
          </small>
        </>
      ),
    },
    { key: 'item', title: t('item'), render: (one) => dictionary.heading(one.item) },
    { key: 'year', title: t('year'), render: (one) => yearOf(one), still: true },
    { key: 'sides', title: t('sides'), render: (one) => <Sides conflict={one} dictionary={dictionary} /> },
    { key: 'gap', title: t('gap'), render: (one) => gapOf(one.said.map(({ value }) => value)), number: true, still: true },
    { key: 'standing', title: t('standing'), render: (one) => <Standing conflict={one} />, still: true },
  ]
  const action = {
    title: t('action'),
    render: (one: Conflict) => {
      const verb = can.yes && one.standing === 'disputed' ? 'decide' : 'see'
      return (
        <Button size="small" aria-label={t(`${verb}Of`, { name: one.name, item: dictionary.name(one.item) })} onClick={() => onOpen(one)}>
          {t(verb)}
        </Button>
      )
    },
  }
  return <Rows label={t('title')} columns={columns} rows={rows} rowKey={(one) => `${one.participant_id} ${one.item} ${one.period}`} actions={action} />
}

/** Whether it is decided; then by whom, when and why. */
function Standing({ conflict }: { conflict: Conflict }) {
  return (
    <>
      <Badge group="standing" word={conflict.standing} />
      {decisionFacts(conflict).map(([name, value]) => (
        <small key={name}>
          {name} {value}
        </small>
      ))}
      {conflict.reason && <small>{conflicts.say('becauseOf', { reason: conflict.reason })}</small>}
    </>
  )
}

function Sides({ conflict, dictionary }: { conflict: Conflict; dictionary: Dictionary }) {
  const t = conflicts.use()
  return (
    <ul className="sides">
      {conflict.said.map((one) => (
        <li key={one.statement_id}>
          {nameOf('source', one.source)} <strong>{typeof one.value === 'string' ? dictionary.value(conflict.item, one.value) : t('missing')}</strong>
        </li>
      ))}
    </ul>
  )
}

export { ConflictsPage as Component }
