import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { LoanProduct } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Example } from '@/shared/ui/Example'
import { Until } from '@/shared/ui/Until'
import { nameOf } from '@/shared/words/common'
import { products } from './words'

const SECURITIES: readonly LoanProduct['security'][] = ['credit', 'public-guarantee', 'guarantee', 'pledge', 'mortgage']

function asked({ filters: { search, security, months, all }, sort }: Wanted) {
  return {
    sort,
    ...(search && { search }),
    ...(security && { security: security as LoanProduct['security'] }),
    ...(months && { months: Number(months) }),
    ...(all && { all: true }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/products', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/products/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** The shelf: every loan product. */
export function ProductsPage() {
  const t = products.use()
  const columns: Column<LoanProduct>[] = [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      render: (one) => (
        <>
          <Link to={`/products/${one.code}`}>{one.name}</Link> <Example official={one.official} />
        </>
      ),
    },
    { key: 'bank', title: t('bank'), sort: 'bank', render: (one) => one.bank },
    { key: 'security', title: t('security'), render: (one) => nameOf('security', one.security), still: true },
    { key: 'term', title: t('term'), render: (one) => t('months', { least: one.least_months, most: one.most_months }), still: true },
    { key: 'caps', title: t('caps'), render: (one) => one.caps.join('；') },
    { key: 'repayments', title: t('repayments'), render: (one) => one.repayments.map((way) => nameOf('repayment', way)).join('、') },
    { key: 'until', title: t('until'), render: (one) => <Until day={one.until} open={t('open')} /> },
    { key: 'purpose', title: t('purpose'), render: (one) => one.purpose, hidden: true },
    { key: 'contact', title: t('contact'), render: (one) => one.contact, hidden: true },
  ]
  const search: SearchField[] = [
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'security', label: t('security'), kind: 'choice', options: SECURITIES.map((value) => ({ value, label: nameOf('security', value) })) },
    { name: 'months', label: t('monthsWanted'), kind: 'choice', options: ['6', '12', '24', '36'].map((value) => ({ value, label: t('monthsCount', { count: value }) })) },
    { name: 'all', label: t('all'), kind: 'choice', options: [{ value: 'true', label: t('allYes') }] },
  ]
  return (
    <TablePage<LoanProduct>
      name="products"
      title={t('title')}
      about={t('about')}
      search={search}
      columns={columns}
      usualSort="bank"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.code}
      empty={{ title: t('none'), about: t('noneAbout') }}
    />
  )
}

export { ProductsPage as Component }
