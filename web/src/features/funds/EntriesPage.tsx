import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { FundEntry } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { fundsQuery } from '@/shared/funds/funds'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { funds } from './words'

const KINDS: readonly FundEntry['kind'][] = ['pay-in', 'compensate', 'recover', 'subsidise', 'give-back']
const STATES: readonly FundEntry['state'][] = ['waiting', 'booked', 'struck']

type Decision = 'book' | 'strike'

function asked({ filters: { fund_id, kind, state }, sort }: Wanted) {
  return { sort, ...(fund_id && { fund_id }), ...(kind && { kind: kind as FundEntry['kind'] }), ...(state && { state: state as FundEntry['state'] }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/fund-entries', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/fund-entries/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Every amount in and out of the funds of a zone. */
export function EntriesPage() {
  const t = funds.use()
  const me = useMe()
  const known = useQuery(fundsQuery)
  const [deciding, setDeciding] = useState<{ entry: FundEntry; decision: Decision } | null>(null)
  const columns: Column<FundEntry>[] = [
    { key: 'on', title: t('on'), render: (one) => one.on, still: true },
    { key: 'fund', title: t('fund'), render: (one) => one.fund_name },
    { key: 'kind', title: t('entryKind'), render: (one) => <Above over={nameOf('fundEntry', one.kind)} under={one.from === one.until ? one.from : one.from && t('to', { from: one.from, until: one.until ?? '' })} /> },
    { key: 'amount', title: t('amount'), render: (one) => grouped(one.amount), number: true },
    { key: 'enterprise', title: t('enterprise'), render: (one) => one.loan_id && <Above over={<Link to={`/loans/${one.loan_id}`}>{one.enterprise_name}</Link>} under={one.bank_name} /> },
    { key: 'note', title: t('note'), render: (one) => <Above over={one.reason ?? one.note} under={one.reference} /> },
    { key: 'state', title: t('state'), render: (one) => <Badge group="entryState" word={one.state} />, still: true },
    { key: 'people', title: t('people'), render: (one) => <Above over={one.entered_by_name} under={one.decided_by_name} /> },
    { key: 'entered_at', title: t('enteredAt'), sort: 'entered_at', render: (one) => atMinute(one.entered_at), still: true, hidden: true },
  ]
  const search: SearchField[] = [
    { name: 'fund_id', label: t('fund'), kind: 'choice', options: (known.data?.funds ?? []).map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'kind', label: t('entryKind'), kind: 'choice', options: KINDS.map((value) => ({ value, label: nameOf('fundEntry', value) })) },
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('entryState', value) })) },
  ]
  const actions = (entry: FundEntry) =>
    entry.state === 'waiting' && (
      <span className="badges">
        <ActionButton size="small" can={unless(entry.own ? t('ownEntry') : null)} onClick={() => setDeciding({ entry, decision: 'book' })}>
          {t('book')}
        </ActionButton>
        <Button size="small" danger onClick={() => setDeciding({ entry, decision: 'strike' })}>
          {t('strike')}
        </Button>
      </span>
    )
  return (
    <TablePage<FundEntry>
      name="fund-entries"
      title={t('entries')}
      about={t('entriesAbout')}
      actions={<Link to="/funds">{t('title')}</Link>}
      search={search}
      columns={columns}
      usualSort="-entered_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      rowActions={may(me, 'fund:enter') ? { title: t('doing'), render: actions } : undefined}
      empty={{ title: t('noEntries') }}
    >
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </TablePage>
  )
}

/** Something, and what belongs to it in small letters below. */
function Above({ over, under }: { over: ReactNode; under: ReactNode }) {
  return (
    <>
      {over}
      {under && <small>{under}</small>}
    </>
  )
}

function DecideDialog({ entry, decision, onClose }: { entry: FundEntry; decision: Decision; onClose: () => void }) {
  const t = funds.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const book = decision === 'book'
  const decide = async ({ reason }: Record<string, string>) => {
    await good(api.POST('/api/v1/fund-entries/{id}/decision', { params: { path: { id: entry.id } }, body: { decision, ...(reason && { reason }) } }))
    for (const key of ['fund-entries', 'funds', 'loans']) await client.invalidateQueries({ queryKey: [key] })
    message.success(t(book ? 'booked' : 'struck'))
  }
  const told = { kind: nameOf('fundEntry', entry.kind), amount: grouped(entry.amount), fund: entry.fund_name }
  return (
    <ConfirmDialog title={t(decision)} submit={t(decision)} danger={!book} {...(!book && { reason: { label: t('why') } })} onSubmit={decide} onClose={onClose}>
      <p>{t(book ? 'bookAbout' : 'strikeAbout', told)}</p>
    </ConfirmDialog>
  )
}

export { EntriesPage as Component }
