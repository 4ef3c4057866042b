import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Role, User } from '@/shared/api/types'
import { YES, may, no, useMe } from '@/shared/me/me'
import { useOrganisationNames } from '@/shared/organisations/organisations'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { useOpened } from '@/shared/table/opened'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { ROLES, userCan } from './can'
import { InviteDrawer } from './InviteDrawer'
import { UserDrawer } from './UserDrawer'
import { users } from './words'

const STATES = ['invited', 'active', 'disabled'] as const

function asked({ filters: { name, organisation_id, role, state }, sort }: Wanted) {
  return {
    sort,
    ...(name && { name }),
    ...(organisation_id && { organisation_id }),
    ...(role && { role: role as Role }),
    ...(state && { state: state as User['state'] }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/users', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** Everybody the person administers. */
export function UsersPage() {
  const t = users.use()
  const me = useMe()
  const [opened, open] = useOpened()
  const [address] = useSearchParams()
  const [inviting, setInviting] = useState(false)
  const search: SearchField[] = [
    { name: 'name', label: t('name'), kind: 'text' },
    { name: 'organisation_id', label: t('organisation'), kind: 'organisation' },
    { name: 'role', label: t('role'), kind: 'choice', options: ROLES.map((role) => ({ value: role, label: nameOf('role', role) })) },
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('user', state) })) },
  ]
  const columns: Column<User>[] = [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      render: (user) => (
        <button type="button" className="link-button" onClick={() => open(user.id)}>
          {user.name}
        </button>
      ),
    },
    { key: 'login', title: t('login'), sort: 'login', render: (user) => <code>{user.login}</code> },
    { key: 'organisation', title: t('organisation'), render: (user) => <OrganisationName id={user.organisation_id} /> },
    { key: 'roles', title: t('roles'), render: (user) => user.roles.map((role) => nameOf('role', role)).join(' · ') },
    { key: 'state', title: t('state'), render: (user) => <Badge group="user" word={user.state} />, still: true },
    { key: 'signed_in_at', title: t('signedIn'), render: (user) => (user.signed_in_at ? atMinute(user.signed_in_at) : t('neverSignedIn')), still: true },
    { key: 'created_at', title: t('created'), sort: 'created_at', render: (user) => atMinute(user.created_at), still: true, hidden: true },
  ]
  const invite = (
    <ActionButton type="primary" can={userCan.invite(me)} onClick={() => setInviting(true)}>
      {t('invite')}
    </ActionButton>
  )
  return (
    <>
      <TablePage<User>
        name="users"
        title={t('title')}
        about={t('about')}
        actions={invite}
        search={search}
        columns={columns}
        usualSort="name"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'user:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) => download(api.GET('/api/v1/users/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(user) => user.id}
        empty={{ title: t('none'), about: t('noneAbout'), action: invite }}
      />
      <InviteDrawer open={inviting} organisation={address.get('organisation_id') ?? undefined} onClose={() => setInviting(false)} />
      <UserDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

function OrganisationName({ id }: { id: string }) {
  return useOrganisationNames([id]).get(id) ?? '…'
}

export { UsersPage as Component }
