import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import type { User } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { organisationQuery } from '@/shared/organisations/organisations'
import { common } from '@/shared/words/common'
import { changeUser, type UserChange } from './actions'
import { RolesField } from './RolesField'
import { users } from './words'

/** Name, language and roles of a person. */
export function ChangeUser({ user, etag, onDone }: { user: User; etag: string; onDone: () => void }) {
  const t = users.use()
  const c = common.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const kind = useQuery(organisationQuery(user.organisation_id)).data?.kind
  const change = async ({ name, language, roles }: UserChange) => {
    const answer = await changeUser(user.id, etag, { name, language, roles })
    await client.invalidateQueries({ queryKey: ['users'] })
    await client.invalidateQueries({ queryKey: ['approvals'] })
    if ('login' in answer) message.success(t('changed'))
    else message.info(t('waitsForSecond'))
    onDone()
  }
  return (
    <ServerForm<UserChange>
      label={t('changeTitle')}
      submit={c('save')}
      initialValues={{ name: user.name, language: user.language, roles: user.roles }}
      onSubmit={change}
      secondary={<Button onClick={onDone}>{c('cancel')}</Button>}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="roles" label={t('roles')} required normalize={asList}>
        <RolesField kind={kind} had={user.roles} />
      </Field>
      <Field name="language" label={t('language')} required>
        <Choice always options={[{ value: 'zh', label: c('zh') }, { value: 'en', label: c('en') }]} />
      </Field>
    </ServerForm>
  )
}
