import { api, good } from '@/shared/api/client'
import type { LedgerEntry } from '@/shared/api/types'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Figures } from './Figures'
import { awards } from './words'

const KINDS: readonly LedgerEntry['kind'][] = ['paid', 'failed', 'returned', 'clawed-back']

function asked({ filters: { kind, period }, sort }: Wanted) {
  return { sort, ...(kind && { kind: kind as LedgerEntry['kind'] }), ...(period && { period: Number(period) }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/award-ledger', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/award-ledger/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** What became of the money, one by one, and what the year did. */
export function LedgerPage() {
  const t = awards.use()
  const me = useMe()
  const columns: Column<LedgerEntry>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'policy', title: t('policy'), render: (one) => one.policy },
    { key: 'period', title: t('year'), render: (one) => one.period, still: true },
    { key: 'kind', title: t('kind'), render: (one) => <Badge group="ledger" word={one.kind} />, still: true },
    { key: 'amount', title: t('sumYuan'), render: (one) => grouped(one.amount), number: true },
    { key: 'happened_on', title: t('happenedOn'), render: (one) => one.happened_on, still: true },
    { key: 'reference', title: t('reference'), render: (one) => one.reference, hidden: true },
    { key: 'reason', title: t('reason'), render: (one) => one.reason },
    { key: 'entered_at', title: t('enteredAt'), sort: 'entered_at', render: (one) => atMinute(one.entered_at), still: true },
  ]
  return (
    <TablePage<LedgerEntry>
      name="ledger"
      title={t('ledger')}
      about={t('ledgerAbout')}
      search={[
        { name: 'kind', label: t('kind'), kind: 'choice', options: KINDS.map((value) => ({ value, label: nameOf('ledger', value) })) },
        { name: 'period', label: t('year'), kind: 'text' },
      ]}
      columns={columns}
      usualSort="-entered_at"
      list={list}
      exporting={{ ...exporting, can: unless(may(me, 'award:export') ? null : t('notAllowed')) }}
      rowKey={(one) => one.id}
      empty={{ title: t('noEntries') }}
      before={may(me, 'award-list:list') && <Figures />}
    />
  )
}

export { LedgerPage as Component }
