import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { Invited, User } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useMe } from '@/shared/me/me'
import { InvitedLink } from '@/shared/organisations/InvitedLink'
import { useOrganisationNames } from '@/shared/organisations/organisations'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { disableUser, enableUser, readUser, signOutUser } from './actions'
import { userCan } from './can'
import { ChangeUser } from './ChangeUser'
import { ResetUser } from './ResetUser'
import { users } from './words'

type Doing = 'change' | 'disable' | 'enable' | 'reset' | 'sign-out'

/** One person: what is known, and what may be done. */
export function UserDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = users.use()
  const found = useQuery({ queryKey: ['users', 'one', id], queryFn: ({ signal }) => readUser(id ?? '', signal), enabled: id !== null, staleTime: 0 })
  const [doing, setDoing] = useState<Doing | null>(null)
  const [link, setLink] = useState<Invited | null>(null)
  const close = () => {
    setDoing(null)
    setLink(null)
    onClose()
  }
  const user = found.data?.data
  return (
    <DetailDrawer title={user?.name ?? t('details')} open={id !== null} onClose={close} form={doing === 'change'}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {link && <InvitedLink invited={link} onDone={() => setLink(null)} />}
      {found.data && user && !link && doing === 'change' && (
        <ChangeUser user={user} etag={found.data.etag} onDone={() => setDoing(null)} />
      )}
      {found.data && user && !link && doing !== 'change' && (
        <>
          <UserFacts user={user} />
          <Actions user={user} onDo={setDoing} />
          <Dialogs user={user} etag={found.data.etag} doing={doing} onClose={() => setDoing(null)} onLink={setLink} />
        </>
      )}
    </DetailDrawer>
  )
}

function UserFacts({ user }: { user: User }) {
  const t = users.use()
  const c = common.use()
  const names = useOrganisationNames([user.organisation_id])
  return (
    <Facts
      facts={[
        [t('login'), <code key="login">{user.login}</code>],
        [t('organisation'), names.get(user.organisation_id)],
        [t('roles'), user.roles.map((role) => nameOf('role', role)).join(' · ')],
        [t('state'), <Badge key="state" group="user" word={user.state} />],
        [t('language'), c(user.language)],
        [t('created'), atMinute(user.created_at)],
        [t('signedIn'), user.signed_in_at ? atMinute(user.signed_in_at) : t('neverSignedIn')],
      ]}
    />
  )
}

function Actions({ user, onDo }: { user: User; onDo: (doing: Doing) => void }) {
  const t = users.use()
  const me = useMe()
  const off = user.state === 'disabled'
  return (
    <div className="actions drawer-actions" role="group" aria-label={t('changes')}>
      <ActionButton type="primary" can={userCan.change(me, user)} onClick={() => onDo('change')}>
        {t('change')}
      </ActionButton>
      <ActionButton can={userCan.reset(me, user)} onClick={() => onDo('reset')}>
        {t('reset')}
      </ActionButton>
      <ActionButton can={userCan.signOut(me, user)} onClick={() => onDo('sign-out')}>
        {t('signOut')}
      </ActionButton>
      {off && (
        <ActionButton can={userCan.enable(me, user)} onClick={() => onDo('enable')}>
          {t('enable')}
        </ActionButton>
      )}
      {!off && (
        <ActionButton danger can={userCan.disable(me, user)} onClick={() => onDo('disable')}>
          {t('disable')}
        </ActionButton>
      )}
    </div>
  )
}

interface DialogsProps {
  user: User
  etag: string
  doing: Doing | null
  onClose: () => void
  onLink: (invited: Invited) => void
}

function Dialogs({ user, etag, doing, onClose, onLink }: DialogsProps) {
  const t = users.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const name = user.name
  const then = (work: () => Promise<unknown>, said: string) => async () => {
    await work()
    await client.invalidateQueries({ queryKey: ['users'] })
    message.success(said)
  }
  switch (doing) {
    case 'disable':
      return (
        <ConfirmDialog title={t('disableTitle', { name })} submit={t('disable')} danger onClose={onClose} onSubmit={then(() => disableUser(user.id, etag), t('disabled'))}>
          {t('disableAbout')}
        </ConfirmDialog>
      )
    case 'enable':
      return (
        <ConfirmDialog title={t('enableTitle', { name })} submit={t('enable')} onClose={onClose} onSubmit={then(() => enableUser(user.id, etag), t('enabled'))}>
          {t('enableAbout')}
        </ConfirmDialog>
      )
    case 'sign-out':
      return (
        <ConfirmDialog title={t('signOutTitle', { name })} submit={t('signOut')} onClose={onClose} onSubmit={then(() => signOutUser(user.id), t('signedOut'))}>
          {t('signOutAbout')}
        </ConfirmDialog>
      )
    case 'reset':
      return <ResetUser user={user} onClose={onClose} onLink={onLink} />
    default:
      return null
  }
}
