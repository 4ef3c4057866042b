import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { isInvited, type Invited, type Role } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { useMe } from '@/shared/me/me'
import { OrganisationPicker } from '@/shared/organisations/OrganisationPicker'
import { organisationQuery } from '@/shared/organisations/organisations'
import { InvitedLink } from '@/shared/organisations/InvitedLink'
import { common } from '@/shared/words/common'
import { RolesField } from './RolesField'
import { users } from './words'

interface Values {
  organisation_id: string
  login: string
  name: string
  language: 'zh' | 'en'
  roles: Role[]
}

/** Invites a person and shows the link to hand over. */
export function InviteDrawer({ open, organisation, onClose }: { open: boolean; organisation: string | undefined; onClose: () => void }) {
  const t = users.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [made, setMade] = useState<Invited | null>(null)
  const [key, setKey] = useState(freshKey)
  const chosen = Form.useWatch('organisation_id', form)
  const kind = useQuery({ ...organisationQuery(chosen ?? ''), enabled: Boolean(chosen) }).data?.kind
  const close = () => {
    setMade(null)
    setKey(freshKey())
    onClose()
  }
  const invite = async ({ organisation_id, login, name, language, roles }: Values) => {
    const body = { organisation_id, login, name, language, roles }
    const invited = await good(api.POST('/api/v1/users', { params: { header: { 'Idempotency-Key': key } }, body }))
    await client.invalidateQueries({ queryKey: ['users'] })
    await client.invalidateQueries({ queryKey: ['approvals'] })
    if (isInvited(invited)) return setMade(invited)
    message.info(t('waitsForSecond'))
    close()
  }
  const initial = { language: 'zh' as const, roles: [], organisation_id: organisation ?? me.organisation.id }
  return (
    <DetailDrawer title={made ? t('invited', { name: made.user.name }) : t('invite')} open={open} onClose={close} form={!made}>
      {made && <InvitedLink invited={made} onDone={close} />}
      {!made && (
        <ServerForm<Values> form={form} label={t('invite')} submit={t('invite')} initialValues={initial} onSubmit={invite}>
          <p className="about dialog-text">{t('inviteAbout')}</p>
          <Field name="organisation_id" label={t('organisation')} required>
            <OrganisationPicker />
          </Field>
          <Field name="name" label={t('name')} required>
            <Input maxLength={100} autoComplete="off" />
          </Field>
          <Field name="login" label={t('login')} required extra={t('loginHelp')}>
            <Input maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
          <Field name="roles" label={t('roles')} required normalize={asList} extra={t('rolesHelp')}>
            <RolesField kind={kind} />
          </Field>
          <Field name="language" label={t('language')} required>
            <Choice always options={[{ value: 'zh', label: c('zh') }, { value: 'en', label: c('en') }]} />
          </Field>
        </ServerForm>
      )}
    </DetailDrawer>
  )
}
