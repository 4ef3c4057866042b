import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { PolicyApplication } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { Example } from '@/shared/ui/Example'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Clock } from './Clock'
import { applications } from './words'

const STATES: readonly PolicyApplication['state'][] = ['submitted', 'asked', 'passed', 'refused', 'withdrawn']

function asked({ filters: { search, state, open, late }, sort }: Wanted) {
  const chosen = { ...(state && { state: state as PolicyApplication['state'] }), ...(open && { open: open === 'true' }), ...(late && { late: true }) }
  return { sort, ...(search && { search }), ...chosen }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/policy-applications', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/policy-applications/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Applications under policies: an enterprise's own, or a zone's. */
export function ApplicationsPage() {
  const t = applications.use()
  const me = useMe()
  const own = may(me, 'policy-application:apply')
  const columns: Column<PolicyApplication>[] = [
    ...(own ? [] : [{ key: 'name', title: t('enterprise'), render: (one: PolicyApplication) => <Link to={`/policy-applications/${one.id}`}>{one.name}</Link> }]),
    {
      key: 'policy',
      title: t('policy'),
      render: (one) => (
        <>
          {own ? <Link to={`/policy-applications/${one.id}`}>{one.policy_name}</Link> : one.policy_name} <Example official={one.official} />
        </>
      ),
    },
    { key: 'way', title: t('way'), render: (one) => nameOf('policyWay', one.way), still: true, hidden: true },
    { key: 'period', title: t('period'), render: (one) => one.period, still: true, hidden: true },
    { key: 'claimed', title: t('claimed'), render: (one) => one.claimed && grouped(one.claimed), number: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="policyApplication" word={one.state} />, still: true },
    { key: 'due', title: t('due'), render: (one) => one.due_on, still: true },
    { key: 'left', title: t('left'), render: (one) => <Clock of={one} /> },
    { key: 'applied_at', title: t('appliedAt'), sort: 'applied_at', render: (one) => atMinute(one.applied_at), still: true },
  ]
  const search: SearchField[] = [
    ...(own ? [] : [{ name: 'search', label: t('search'), kind: 'text' } as const]),
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('policyApplication', value) })) },
    { name: 'open', label: t('open'), kind: 'choice', options: [{ value: 'true', label: t('openYes') }, { value: 'false', label: t('openNo') }] },
    ...(own ? [] : [{ name: 'late', label: t('lateOnly'), kind: 'choice', options: [{ value: 'true', label: t('lateYes') }] } as const]),
  ]
  return (
    <TablePage<PolicyApplication>
      name="policy-applications"
      title={t('title')}
      about={t(own ? 'aboutOwn' : 'about')}
      {...(own && { actions: <Link to="/my-policies">{t('goPolicies')}</Link> })}
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

export { ApplicationsPage as Component }
