import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Enterprise, EnterpriseStatus } from '@/shared/api/types'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import type { SearchField } from '@/shared/table/SearchForm'
import { FORMATS, download } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { enterpriseCan, STATES } from './can'
import { EnterDrawer } from './EnterDrawer'
import { enterprises } from './words'

/** The search as the server reads it, without the page. */
function asked({ filters, sort }: Wanted) {
  const { search, zone_id, status, park, industry, field, label, open } = filters
  return {
    sort,
    ...(search && { search }),
    ...(zone_id && { zone_id }),
    ...(status && { status: status as EnterpriseStatus }),
    ...(park && { park }),
    ...(industry && { industry }),
    ...(field && { field }),
    ...(label && { label }),
    ...(open && { open: open === 'true' }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  const query = { ...asked(wanted), limit, ...(cursor && { cursor }) }
  return good(api.GET('/api/v1/enterprises', { params: { query }, signal }))
}

/** The register. */
export function EnterprisesPage() {
  const t = enterprises.use()
  const me = useMe()
  const navigate = useNavigate()
  const dictionary = useDictionary()
  const [entering, setEntering] = useState(false)
  const enter = (
    <ActionButton type="primary" can={enterpriseCan.enter(me)} onClick={() => setEntering(true)}>
      {t('enter')}
    </ActionButton>
  )
  const bring = (
    <ActionButton can={enterpriseCan.bring(me)} onClick={() => void navigate('/imports/new?kind=register')}>
      {t('bring')}
    </ActionButton>
  )
  const actions = (
    <>
      {enter}
      {bring}
    </>
  )
  return (
    <>
      <TablePage<Enterprise>
        name="enterprises"
        title={t('title')}
        about={t('about')}
        actions={actions}
        search={searchFields(t, dictionary, me.organisation.kind === 'centre')}
        columns={columns(t, dictionary)}
        usualSort="name"
        list={list}
        exporting={{
          formats: FORMATS,
          can: enterpriseCan.take(me),
          fetch: (format, wanted) => download(api.GET('/api/v1/enterprises/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), about: t('noneAbout'), action: bring }}
      />
      <EnterDrawer open={entering} onClose={() => setEntering(false)} />
    </>
  )
}

type Say = ReturnType<typeof enterprises.use>

function searchFields(t: Say, dictionary: Dictionary, zones: boolean): SearchField[] {
  return [
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'status', label: t('status'), kind: 'choice', options: STATES.map((status) => ({ value: status, label: nameOf('status', status) })) },
    { name: 'field', label: t('field'), kind: 'choice', options: dictionary.options('tech_field') },
    { name: 'industry', label: t('industryCode'), kind: 'text' },
    { name: 'park', label: t('park'), kind: 'text' },
    { name: 'label', label: t('label'), kind: 'text' },
    { name: 'open', label: t('listed'), kind: 'choice', options: [{ value: 'true', label: t('listedOpen') }, { value: 'false', label: t('listedClosed') }] },
    ...(zones ? [{ name: 'zone_id', label: t('zone'), kind: 'organisation' } as const] : []),
  ]
}

function columns(t: Say, dictionary: Dictionary): Column<Enterprise>[] {
  return [
    { key: 'name', title: t('name'), sort: 'name', render: (one) => <Link to={`/enterprises/${one.id}`}>{one.name}</Link> },
    { key: 'credit_code', title: t('code'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code>, still: true },
    { key: 'status', title: t('status'), render: (one) => <Badge group="status" word={one.status} />, still: true },
    { key: 'field', title: t('field'), render: (one) => one.field && dictionary.value('tech_field', one.field) },
    { key: 'industry', title: t('industry'), render: (one) => one.industry && `${one.industry} ${one.industry_name ?? ''}` },
    { key: 'park', title: t('park'), render: (one) => one.park },
    { key: 'founded_on', title: t('founded'), render: (one) => one.founded_on, still: true, hidden: true },
    { key: 'entered_on', title: t('entered'), render: (one) => one.entered_on, still: true, hidden: true },
    { key: 'changed_at', title: t('changed'), sort: 'changed_at', render: (one) => atMinute(one.changed_at), still: true, hidden: true },
  ]
}

export { EnterprisesPage as Component }
