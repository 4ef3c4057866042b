import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Offer } from '@/shared/api/types'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { products } from './words'

const STANDINGS: readonly Offer['standing'][] = ['eligible', 'bank-check', 'cannot-tell', 'not-eligible']

function asked({ filters: { product = '', standing, search, park, on }, sort }: Wanted) {
  return {
    product,
    sort,
    ...(standing && { standing: standing as Offer['standing'] }),
    ...(search && { search }),
    ...(park && { park }),
    ...(on && { on }),
  }
}

/** What one product offers each enterprise, with reasons. */
export function OffersPage() {
  const t = products.use()
  const me = useMe()
  const [address] = useSearchParams()
  const run = address.get('run') ?? ''
  const on = address.get('on') ?? ''
  const path = { id: run }
  const offering = useQuery({
    queryKey: ['products', 'offering', run, on],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/products', { params: { path, query: on ? { on } : {} }, signal })),
  })
  if (!offering.data) {
    return (
      <Page title={t('list')}>
        <ProblemAlert error={offering.error} onRetry={() => void offering.refetch()} />
        {offering.isPending && <Loading />}
      </Page>
    )
  }
  const known = offering.data.products
  const product = known.find((one) => one.code === address.get('product')) ?? known[0]
  const withProduct = (wanted: Wanted): Wanted => ({ ...wanted, filters: { product: product?.code ?? '', ...wanted.filters } })
  const list = (wanted: Wanted, signal: AbortSignal) => {
    const { limit, cursor } = wanted
    return good(api.GET('/api/v1/runs/{id}/offers', { params: { path, query: { ...asked(withProduct(wanted)), limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = exportingOf((wanted, format) =>
    api.GET('/api/v1/runs/{id}/offers/export', { params: { path, query: { ...asked(withProduct(wanted)), format } }, parseAs: 'blob' }),
  )
  const columns: Column<Offer>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      sort: 'name',
      render: (one) => (one.enterprise_id ? <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> : one.name),
    },
    { key: 'credit_code', title: t('creditCode'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code>, hidden: true },
    { key: 'park', title: t('park'), render: (one) => one.park },
    { key: 'points', title: t('points'), render: (one) => one.points, number: true },
    { key: 'standing', title: t('standing'), render: (one) => <Badge group="offer" word={one.standing} />, still: true },
    { key: 'limit', title: t('limit'), sort: 'amount', render: (one) => (one.limit ? grouped(one.limit) : ''), number: true },
    { key: 'rate', title: t('rate'), render: (one) => one.yearly_percent, number: true },
    { key: 'binding', title: t('binding'), render: (one) => one.binding.join('、') },
    { key: 'reasons', title: t('reasons'), render: (one) => one.reasons.join('；') },
  ]
  const search: SearchField[] = [
    { name: 'product', label: t('product'), kind: 'choice', options: known.map((one) => ({ value: one.code, label: one.name })), usual: product?.code ?? '' },
    { name: 'standing', label: t('standing'), kind: 'choice', options: STANDINGS.map((value) => ({ value, label: nameOf('offer', value) })) },
    { name: 'search', label: t('searchEnterprise'), kind: 'text' },
    { name: 'park', label: t('park'), kind: 'text' },
    { name: 'on', label: t('on'), kind: 'day' },
    { name: 'run', label: t('run'), kind: 'choice', options: [{ value: run, label: t('runOf', { year: offering.data.year }) }], usual: run },
  ]
  return (
    <TablePage<Offer>
      name="offers"
      scope={`${run} ${product?.code ?? ''}`}
      title={product?.name ?? t('list')}
      about={t('listAbout')}
      actions={<Link to={`/offers?${new URLSearchParams({ run, ...(on && { on }) }).toString()}`}>{t('backOffering')}</Link>}
      search={search}
      columns={columns}
      usualSort="amount"
      list={list}
      exporting={{ ...exporting, can: may(me, 'offer:export') ? YES : no(t('exportNo')) }}
      rowKey={(one) => one.credit_code}
      empty={{ title: t('emptyList') }}
    />
  )
}

export { OffersPage as Component }
