import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Policy } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Until } from '@/shared/ui/Until'
import { nameOf } from '@/shared/words/common'
import { Example } from '@/shared/ui/Example'
import { policies } from './words'

const KINDS: readonly Policy['kind'][] = ['relief', 'grant', 'right', 'title']
const WAYS: readonly Policy['way'][] = ['without-application', 'on-request', 'fast-track', 'review']

function asked({ filters: { search, kind, way, all }, sort }: Wanted) {
  return {
    sort,
    ...(search && { search }),
    ...(kind && { kind: kind as Policy['kind'] }),
    ...(way && { way: way as Policy['way'] }),
    ...(all && { all: true }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/policies', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/policies/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Every policy. */
export function PoliciesPage() {
  const t = policies.use()
  const columns: Column<Policy>[] = [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      render: (one) => (
        <>
          <Link to={`/policies/${one.code}`}>{one.name}</Link> <Example official={one.official} />
        </>
      ),
    },
    { key: 'kind', title: t('kind'), render: (one) => nameOf('policyKind', one.kind), still: true },
    { key: 'way', title: t('way'), render: (one) => nameOf('policyWay', one.way), still: true },
    { key: 'gives', title: t('gives'), render: (one) => one.gives.join('、') },
    { key: 'issuer', title: t('issuer'), render: (one) => one.issuer },
    { key: 'until', title: t('until'), sort: 'until', render: (one) => <Until day={one.until} open={t('open')} /> },
    { key: 'contact', title: t('contact'), render: (one) => one.contact, hidden: true },
  ]
  const search: SearchField[] = [
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'kind', label: t('kind'), kind: 'choice', options: KINDS.map((value) => ({ value, label: nameOf('policyKind', value) })) },
    { name: 'way', label: t('way'), kind: 'choice', options: WAYS.map((value) => ({ value, label: nameOf('policyWay', value) })) },
    { name: 'all', label: t('all'), kind: 'choice', options: [{ value: 'true', label: t('allYes') }] },
  ]
  return (
    <TablePage<Policy>
      name="policies"
      title={t('title')}
      about={t('about')}
      search={search}
      columns={columns}
      usualSort="name"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.code}
      empty={{ title: t('none'), about: t('noneAbout') }}
    />
  )
}

export { PoliciesPage as Component }
