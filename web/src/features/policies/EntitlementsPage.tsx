import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Entitlement } from '@/shared/api/types'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { download, exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { policies } from './words'

const STANDINGS: readonly Entitlement['standing'][] = ['entitled', 'officer-check', 'cannot-tell', 'not-entitled']

function asked({ filters: { policy = '', standing, short, search, park, on }, sort }: Wanted) {
  return {
    policy,
    sort,
    ...(standing && { standing: standing as Entitlement['standing'] }),
    ...(short && { short: Number(short) }),
    ...(search && { search }),
    ...(park && { park }),
    ...(on && { on }),
  }
}

/** How each enterprise stands to one policy, with reasons. */
export function EntitlementsPage() {
  const t = policies.use()
  const me = useMe()
  const [address] = useSearchParams()
  const run = address.get('run') ?? ''
  const on = address.get('on') ?? ''
  const path = { id: run }
  const matching = useQuery({
    queryKey: ['policies', 'matching', run, on],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/policies', { params: { path, query: on ? { on } : {} }, signal })),
  })
  if (!matching.data) {
    return (
      <Page title={t('list')}>
        <ProblemAlert error={matching.error} onRetry={() => void matching.refetch()} />
        {matching.isPending && <Loading />}
      </Page>
    )
  }
  const known = matching.data.policies
  const policy = known.find((one) => one.code === address.get('policy')) ?? known[0]
  const withPolicy = (wanted: Wanted): Wanted => ({ ...wanted, filters: { policy: policy?.code ?? '', ...wanted.filters } })
  const list = (wanted: Wanted, signal: AbortSignal) => {
    const { limit, cursor } = wanted
    return good(api.GET('/api/v1/runs/{id}/entitlements', { params: { path, query: { ...asked(withPolicy(wanted)), limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = exportingOf((wanted, format) =>
    api.GET('/api/v1/runs/{id}/entitlements/export', { params: { path, query: { ...asked(withPolicy(wanted)), format } }, parseAs: 'blob' }),
  )
  const phones = {
    formats: [{ format: 'xlsx', label: t('phones') }],
    can: may(me, 'library:contacts') ? YES : no(t('phonesNo')),
    fetch: (format: string, wanted: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/entitlements/phone-list', { params: { path, query: { ...asked(withPolicy(wanted)), format } }, parseAs: 'blob' })),
  }
  const money = (text: string | null | undefined) => (text ? grouped(text) : '')
  const columns: Column<Entitlement>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      sort: 'name',
      render: (one) => (one.enterprise_id ? <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> : one.name),
    },
    { key: 'credit_code', title: t('creditCode'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code>, hidden: true },
    { key: 'park', title: t('park'), render: (one) => one.park },
    { key: 'standing', title: t('standing'), render: (one) => <Badge group="entitlement" word={one.standing} />, still: true },
    { key: 'claimed', title: t('claimed'), render: (one) => money(one.claimed), number: true },
    { key: 'granted', title: t('grantedYuan'), sort: 'amount', render: (one) => money(one.granted), number: true },
    { key: 'short', title: t('short'), render: (one) => (one.short > 0 ? one.short : ''), number: true },
    { key: 'reasons', title: t('reasons'), render: (one) => one.reasons.join('；') },
  ]
  const search: SearchField[] = [
    { name: 'policy', label: t('policy'), kind: 'choice', options: known.map((one) => ({ value: one.code, label: one.name })), usual: policy?.code ?? '' },
    { name: 'standing', label: t('standing'), kind: 'choice', options: STANDINGS.map((value) => ({ value, label: nameOf('entitlement', value) })) },
    { name: 'short', label: t('shortAtMost'), kind: 'choice', options: ['1', '2', '3'].map((value) => ({ value, label: t('shortItems', { count: value }) })) },
    { name: 'search', label: t('searchEnterprise'), kind: 'text' },
    { name: 'park', label: t('park'), kind: 'text' },
    { name: 'on', label: t('on'), kind: 'day' },
    { name: 'run', label: t('run'), kind: 'choice', options: [{ value: run, label: t('runOf', { year: matching.data.year }) }], usual: run },
  ]
  return (
    <TablePage<Entitlement>
      name="entitlements"
      scope={`${run} ${policy?.code ?? ''}`}
      title={policy?.name ?? t('list')}
      about={t('listAbout')}
      actions={<Link to={`/entitlements?${new URLSearchParams({ run, ...(on && { on }) }).toString()}`}>{t('backMatching')}</Link>}
      search={search}
      columns={columns}
      usualSort="amount"
      list={list}
      exporting={{ ...exporting, can: may(me, 'entitlement:export') ? YES : no(t('exportNo')) }}
      alsoExporting={phones}
      rowKey={(one) => one.credit_code}
      empty={{ title: t('emptyList') }}
    />
  )
}

export { EntitlementsPage as Component }
