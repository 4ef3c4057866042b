import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { PaymentBatch } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute, counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { awards } from './words'

const STATES: readonly PaymentBatch['state'][] = ['prepared', 'released', 'settled', 'withdrawn']

function asked({ filters: { state }, sort }: Wanted) {
  return { sort, ...(state && { state: state as PaymentBatch['state'] }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/payments', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/payments/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Batches of payments. */
export function PaymentsPage() {
  const t = awards.use()
  const lists = useQuery({
    queryKey: ['award-lists', 'names'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/award-lists', { params: { query: { limit: 200 } }, signal })),
  })
  const policy = (id: string) => lists.data?.items.find((one) => one.id === id)
  const columns: Column<PaymentBatch>[] = [
    { key: 'batch', title: t('batch'), render: (one) => <Link to={`/payments/${one.id}`}>{policy(one.list_id)?.policy_name ?? one.id.slice(0, 8)}</Link> },
    { key: 'state', title: t('state'), render: (one) => <Badge group="payment" word={one.state} />, still: true },
    { key: 'payments', title: t('count'), render: (one) => counted(one.payments), number: true },
    { key: 'total', title: t('sum'), render: (one) => grouped(one.total), number: true },
    { key: 'prepared_at', title: t('preparedAt'), sort: 'prepared_at', render: (one) => atMinute(one.prepared_at), still: true },
    { key: 'released_at', title: t('releasedAt'), render: (one) => one.released_at && atMinute(one.released_at), still: true },
  ]
  return (
    <TablePage<PaymentBatch>
      name="payments"
      title={t('payments')}
      about={t('paymentsAbout')}
      search={[{ name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('payment', value) })) }]}
      columns={columns}
      usualSort="-prepared_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      empty={{ title: t('noPayments'), about: t('noPaymentsAbout') }}
    />
  )
}

export { PaymentsPage as Component }
