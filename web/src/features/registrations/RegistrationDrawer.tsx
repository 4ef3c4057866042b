import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Invited, Registration } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { useMe } from '@/shared/me/me'
import { InvitedLink } from '@/shared/organisations/InvitedLink'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { registrationCan } from './can'
import { registrations } from './words'

/** One registration, and the zone's decision. */
export function RegistrationDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = registrations.use()
  const me = useMe()
  const [doing, setDoing] = useState<'confirm' | 'refuse' | null>(null)
  const [link, setLink] = useState<Invited | null>(null)
  const found = useQuery({
    queryKey: ['registrations', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/registrations/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    staleTime: 0,
  })
  const close = () => {
    setLink(null)
    setDoing(null)
    onClose()
  }
  const one = found.data
  return (
    <DetailDrawer title={one?.name ?? t('details')} open={id !== null} onClose={close}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {link && <InvitedLink invited={link} onDone={close} />}
      {one && !link && (
        <>
          <RegistrationFacts registration={one} />
          <div className="actions drawer-actions">
            <ActionButton type="primary" can={registrationCan.decide(me, one)} onClick={() => setDoing('confirm')}>
              {t('confirm')}
            </ActionButton>
            <ActionButton danger can={registrationCan.decide(me, one)} onClick={() => setDoing('refuse')}>
              {t('refuse')}
            </ActionButton>
          </div>
          {doing === 'confirm' && <Confirm registration={one} onLink={setLink} onClose={() => setDoing(null)} />}
          {doing === 'refuse' && <Refuse registration={one} onClose={() => setDoing(null)} />}
        </>
      )}
    </DetailDrawer>
  )
}

function RegistrationFacts({ registration }: { registration: Registration }) {
  const t = registrations.use()
  return (
    <Facts
      facts={[
        [t('name'), registration.name],
        [t('code'), <code key="code">{registration.credit_code}</code>],
        [t('contact'), registration.contact],
        [t('login'), <code key="login">{registration.login}</code>],
        [t('state'), <Badge key="state" group="registration" word={registration.state} />],
        [t('asked'), atMinute(registration.created_at)],
        ...(registration.decided_at ? [[t('decided'), atMinute(registration.decided_at)] as [string, string]] : []),
        ...(registration.reason ? [[t('reason'), registration.reason] as [string, string]] : []),
      ]}
    />
  )
}

interface DecisionProps {
  registration: Registration
  onClose: () => void
}

function Confirm({ registration, onLink, onClose }: DecisionProps & { onLink: (invited: Invited) => void }) {
  const t = registrations.use()
  const client = useQueryClient()
  const [key] = useState(freshKey)
  const confirm = async ({ login = '' }: Record<string, string>) => {
    const params = { path: { id: registration.id }, header: { 'Idempotency-Key': key } }
    const invited = await good(api.POST('/api/v1/registrations/{id}/confirm', { params, body: { login } }))
    onLink(invited)
    await client.invalidateQueries({ queryKey: ['registrations'] })
    await client.invalidateQueries({ queryKey: ['organisations'] })
  }
  const field = (
    <Field name="login" label={t('confirmLogin')} required extra={t('confirmLoginHelp')}>
      <Input maxLength={64} autoComplete="off" />
    </Field>
  )
  return (
    <ConfirmDialog
      title={t('confirmTitle', { name: registration.name })}
      submit={t('confirm')}
      fields={field}
      initialValues={{ login: registration.login }}
      onSubmit={confirm}
      onClose={onClose}
    >
      {t('confirmAbout')}
    </ConfirmDialog>
  )
}

function Refuse({ registration, onClose }: DecisionProps) {
  const t = registrations.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const refuse = async ({ reason = '' }: Record<string, string>) => {
    await good(api.POST('/api/v1/registrations/{id}/refuse', { params: { path: { id: registration.id } }, body: { reason } }))
    await client.invalidateQueries({ queryKey: ['registrations'] })
    message.success(t('refused'))
  }
  return (
    <ConfirmDialog
      title={t('refuseTitle', { name: registration.name })}
      submit={t('refuse')}
      danger
      reason={{ label: t('refuseReason'), help: t('refuseHelp') }}
      onSubmit={refuse}
      onClose={onClose}
    />
  )
}
