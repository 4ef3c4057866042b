import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Organisation, OrganisationKind } from '@/shared/api/types'
import { YES, may, no, useMe } from '@/shared/me/me'
import { useOrganisationNames } from '@/shared/organisations/organisations'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import { useOpened } from '@/shared/table/opened'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { organisationCan } from './can'
import { OpenDrawer } from './OpenDrawer'
import { OrganisationDrawer, StateBadge } from './OrganisationDrawer'
import { organisations } from './words'

const KINDS: readonly OrganisationKind[] = ['centre', 'zone', 'department', 'bank', 'enterprise']

function asked({ filters: { name, kind, parent_id }, sort }: Wanted) {
  return { sort, ...(name && { name }), ...(kind && { kind: kind as OrganisationKind }), ...(parent_id && { parent_id }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/organisations', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** The organisations a person may see. */
export function OrganisationsPage() {
  const t = organisations.use()
  const me = useMe()
  const [opened, open] = useOpened()
  const [address] = useSearchParams()
  const [opening, setOpening] = useState(false)
  const parent = address.get('parent_id') ?? undefined
  const search: SearchField[] = [
    { name: 'name', label: t('name'), kind: 'text' },
    { name: 'kind', label: t('kind'), kind: 'choice', options: KINDS.map((kind) => ({ value: kind, label: nameOf('kind', kind) })) },
    { name: 'parent_id', label: t('parent'), kind: 'organisation' },
  ]
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.id)}>
          {one.name}
        </button>
      ),
    },
    { key: 'kind', title: t('kind'), render: (one) => nameOf('kind', one.kind), still: true },
    { key: 'parent', title: t('parent'), render: (one) => <NameOf id={organisationCan.seeParent(me, one) ? one.parent_id : null} /> },
    { key: 'credit_code', title: t('code'), render: (one) => (one.credit_code ? <code>{one.credit_code}</code> : null) },
    { key: 'state', title: t('opens'), render: (one) => <StateBadge organisation={one} />, still: true },
    { key: 'created_at', title: t('created'), sort: 'created_at', render: (one) => atMinute(one.created_at), still: true, hidden: true },
    { key: 'see', title: t('links'), render: (one) => <Links organisation={one} people={may(me, 'user:list')} />, still: true },
  ]
  const add = (
    <ActionButton type="primary" can={organisationCan.open(me)} onClick={() => setOpening(true)}>
      {t('open')}
    </ActionButton>
  )
  return (
    <>
      <TablePage<Organisation>
        name="organisations"
        title={t('title')}
        about={t('about')}
        actions={add}
        search={search}
        columns={columns}
        usualSort="name"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'organisation:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) =>
            download(api.GET('/api/v1/organisations/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), action: add }}
      />
      <OpenDrawer open={opening} parent={parent} onClose={() => setOpening(false)} />
      <OrganisationDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

function NameOf({ id }: { id: string | null | undefined }) {
  return useOrganisationNames([id]).get(id ?? '') ?? '—'
}

function Links({ organisation, people }: { organisation: Organisation; people: boolean }) {
  const t = organisations.use()
  const { id, name, kind } = organisation
  return (
    <span className="badges">
      {(kind === 'centre' || kind === 'zone') && (
        <Link to={`/organisations?parent_id=${id}`} aria-label={t('belowOf', { name })}>
          {t('below')}
        </Link>
      )}
      {people && (
        <Link to={`/users?organisation_id=${id}`} aria-label={t('peopleOf', { name })}>
          {t('people')}
        </Link>
      )}
    </span>
  )
}

export { OrganisationsPage as Component }
