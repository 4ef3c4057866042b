import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Loan } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { loans } from './words'

const STATES: readonly Loan['state'][] = ['submitted', 'reviewing', 'asked', 'proposed', 'approved', 'signed', 'lent', 'overdue', 'settled', 'rejected', 'withdrawn', 'lapsed']

function asked({ filters: { search, state, open }, sort }: Wanted) {
  return { sort, ...(search && { search }), ...(state && { state: state as Loan['state'] }), ...(open && { open: open === 'true' }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/loans', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/loans/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Applications and loans: an enterprise's own, a bank's, or a zone's. */
export function LoansPage() {
  const t = loans.use()
  const me = useMe()
  const own = may(me, 'loan:apply')
  const bank = may(me, 'loan:enter')
  const columns: Column<Loan>[] = [
    { key: 'party', title: t(own ? 'product' : 'enterprise'), render: (one) => <Link to={`/loans/${one.id}`}>{own ? one.product_name : one.enterprise_name}</Link> },
    ...(own ? [] : [{ key: 'product', title: t('product'), render: (one: Loan) => one.product_name }]),
    ...(bank ? [] : [{ key: 'bank', title: t('bank'), render: (one: Loan) => one.bank_name }]),
    { key: 'amount', title: t('amount'), render: (one) => grouped(one.amount), number: true },
    { key: 'months', title: t('months'), render: (one) => one.months, number: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="loan" word={one.state} />, still: true },
    { key: 'granted', title: t('granted'), render: (one) => one.granted && grouped(one.granted), number: true },
    { key: 'outstanding', title: t('outstanding'), render: (one) => grouped(one.outstanding), number: true },
    { key: 'applied_at', title: t('appliedAt'), sort: 'applied_at', render: (one) => atMinute(one.applied_at), still: true },
  ]
  const search: SearchField[] = [
    ...(own ? [] : [{ name: 'search', label: t('search'), kind: 'text' } as const]),
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('loan', value) })) },
    { name: 'open', label: t('open'), kind: 'choice', options: [{ value: 'true', label: t('openYes') }, { value: 'false', label: t('openNo') }] },
  ]
  return (
    <TablePage<Loan>
      name="loans"
      title={t('title')}
      about={t(own ? 'aboutOwn' : bank ? 'aboutBank' : 'aboutZone')}
      actions={own ? <Link to="/my-offers">{t('goOffers')}</Link> : <Link to="/loan-figures">{t('figures')}</Link>}
      search={search}
      columns={columns}
      usualSort="-applied_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      empty={{ title: t('none'), ...(own && { about: t('noneOwn') }) }}
    />
  )
}

export { LoansPage as Component }
