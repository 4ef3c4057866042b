import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { meQuery, useMe } from '@/shared/me/me'
import { NewPassword } from '@/shared/password/NewPassword'
import { PasswordField } from '@/shared/password/PasswordField'
import { Facts } from '@/shared/ui/Facts'
import { Page, Section } from '@/shared/ui/Page'
import { common, nameOf } from '@/shared/words/common'
import { speak, type Language } from '@/shared/words/i18n'
import { permissionName } from '@/shared/words/permissions'
import { Identities } from './Identities'
import { SecondFactor } from './SecondFactor'
import { profile } from './words'

/** Who I am here, and what protects my account. */
export function ProfilePage() {
  const t = profile.use()
  return (
    <Page title={t('title')} about={t('about')} narrow>
      <Basics />
      <Password />
      <SecondFactor />
      <Identities />
      <Permissions />
    </Page>
  )
}

function Basics() {
  const t = profile.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = async (values: { name: string; language: Language }) => {
    const { etag } = await client.fetchQuery({ ...meQuery, staleTime: 0 })
    await good(api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etag } }, body: values }))
    speak(values.language)
    await client.invalidateQueries(meQuery)
    message.success(t('saved'))
  }
  return (
    <Section title={t('basics')}>
      <Facts
        facts={[
          [t('login'), me.login],
          [t('organisation'), `${me.organisation.name} · ${nameOf('kind', me.organisation.kind)}`],
          [t('roles'), me.roles.map((role) => nameOf('role', role)).join(' · ')],
        ]}
      />
      <ServerForm label={t('basics')} submit={c('save')} initialValues={{ name: me.name, language: me.language }} onSubmit={save} key={me.language}>
        <Field name="name" label={t('name')} required>
          <Input autoComplete="name" maxLength={100} />
        </Field>
        <Field name="language" label={c('language')} required extra={t('languageHelp')}>
          <Choice always options={[{ value: 'zh', label: c('zh') }, { value: 'en', label: c('en') }]} />
        </Field>
      </ServerForm>
    </Section>
  )
}

interface NewAndCurrent {
  current: string
  new: string
}

function Password() {
  const t = profile.use()
  const { message } = App.useApp()
  const client = useQueryClient()
  const change = async (values: NewAndCurrent) => {
    await good(api.PUT('/api/v1/me/password', { body: { current: values.current, new: values.new } }))
    await client.invalidateQueries({ queryKey: ['sessions'] })
    message.success(t('passwordChanged'))
  }
  return (
    <Section title={t('password')} about={t('passwordAbout')}>
      <ServerForm<NewAndCurrent> label={t('changePassword')} submit={t('changePassword')} onSubmit={change} emptied>
        <PasswordField name="current" label={t('current')} autoComplete="current-password" />
        <NewPassword name="new" label={t('new')} again={t('again')} />
      </ServerForm>
    </Section>
  )
}

function Permissions() {
  const t = profile.use()
  const me = useMe()
  return (
    <Section title={t('permissions')} about={t('permissionsAbout')}>
      <Facts facts={Object.entries(me.permissions).map(([name, reach]) => [permissionName(name), nameOf('reach', String(reach))])} />
    </Section>
  )
}

export { ProfilePage as Component }
