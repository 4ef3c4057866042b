import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { paths } from '@/shared/api/schema'
import type { Import } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { itemName } from './lists'
import { changesOf, outcomeOf, rowTroublesOf } from './read'
import { listWords } from './listWords'
import { Troubles } from './Troubles'
import { imports } from './words'

type Row = paths['/api/v1/imports/{id}/rows']['get']['responses']['200']['content']['application/json']['items'][number]
const OUTCOMES: readonly Row['outcome'][] = ['rejected', 'changed', 'created', 'unchanged']

/** The rows worth looking at: bad and changed ones first. */
export function PreviewRows({ one }: { one: Import }) {
  const t = imports.use()
  const id = useId()
  const dictionary = useDictionary()
  const bad = (outcomeOf(one)?.rejected ?? 0) > 0
  const [outcome, setOutcome] = useState<Row['outcome'] | undefined>(bad ? 'rejected' : undefined)
  const found = useInfiniteQuery({
    queryKey: ['imports', 'rows', one.id, one.state, outcome],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(outcome && { outcome }), ...(pageParam && { cursor: pageParam }) }
      return good(api.GET('/api/v1/imports/{id}/rows', { params: { path: { id: one.id }, query }, signal }))
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = found.data?.pages.flatMap((page) => page.items) ?? []
  const columns: Column<Row>[] = [
    { key: 'enterprise', title: t('enterprise'), render: whoOf },
    { key: 'row', title: t('row'), render: (row) => row.row, number: true, still: true },
    { key: 'outcome', title: t('outcome'), render: (row) => <span className={`badge badge-${TONES[row.outcome]}`}>{t(`outcome.${row.outcome}`)}</span>, still: true },
    { key: 'detail', title: t('detail'), render: (row) => <Detail row={row} dictionary={dictionary} /> },
  ]
  return (
    <Section title={t('rowsTitle')} about={t('firstOnly')}>
      <div className="batch-choice dialog-text">
        <label htmlFor={id}>{t('show')}</label>
        <Choice
          id={id}
          value={outcome}
          nothing={t('showAll')}
          onChange={(value) => setOutcome(value as Row['outcome'] | undefined)}
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && rows.length === 0 && <p>{t('noRows')}</p>}
      {rows.length > 0 && <Rows label={t('rowsTitle')} columns={columns} rows={rows} rowKey={(row) => String(row.number)} />}
      {found.hasNextPage && (
        <div className="pager">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Section>
  )
}

const TONES: Record<Row['outcome'], string> = { created: 'good', changed: 'wait', unchanged: 'plain', rejected: 'bad' }

function whoOf(row: Row) {
  return (
    <>
      {row.name ?? (row.credit_code ? null : '—')}
      {row.credit_code && (
        <small>
          <code>{row.credit_code}</code>
        </small>
      )}
    </>
  )
}

function Detail({ row, dictionary }: { row: Row; dictionary: Dictionary }) {
  const t = imports.use()
  const troubles = rowTroublesOf(row.detail)
  const told = (item: string, value: string | null) => {
    if (value === null) return t('empty')
    // What lists say about a report is yes or no, as the dictionary's truths are.
    if (item === 'reported') return listWords.say(value === 'true' ? 'yes' : 'no')
    return dictionary.value(item, value)
  }
  return (
    <>
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      {changesOf(row.detail).map(({ item, period, before, after }) => (
        <div key={`${item} ${period}`}>
          {period
            ? t('changedFromIn', { item: itemName(item, dictionary), year: period, before: told(item, before), after: told(item, after) })
            : t('changedFrom', { item: itemName(item, dictionary), before: told(item, before), after: told(item, after) })}
        </div>
      ))}
    </>
  )
}
