import { useQueryClient } from '@tanstack/react-query'
import { Alert, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Door } from '@/shared/layout/Door'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { meQuery } from '@/shared/me/me'
import { PasswordField } from '@/shared/password/PasswordField'
import { speak } from '@/shared/words/i18n'
import { ByProvider } from './ByProvider'
import { CodeField } from './CodeField'
import { signIn, wantsCode, type Credentials } from './credentials'
import { within } from './within'
import { signingIn } from './words'

/** Name and password; then, where it is set up, a code. */
export function SignInPage() {
  const t = signingIn.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const [codeWanted, setCodeWanted] = useState(false)
  const enter = async (values: Credentials) => {
    try {
      await signIn(values)
    } catch (error) {
      if (!wantsCode(error) || codeWanted) throw error
      return setCodeWanted(true)
    }
    client.clear()
    const { me } = await client.fetchQuery(meQuery)
    speak(me.language)
    await navigate(within(address.get('to')), { replace: true })
  }
  return (
    <Door title={t('title')} about={t('about')}>
      {address.has('left') && <Alert className="problem" type="success" showIcon title={t('signedOut')} role="status" />}
      <ServerForm<Credentials> label={t('title')} submit={t('submit')} onSubmit={enter}>
        <Field name="login" label={t('login')} required>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} autoFocus />
        </Field>
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        {codeWanted && <CodeField />}
      </ServerForm>
      <ByProvider to={address.get('to')} />
      <div className="door-links">
        <p>
          {t('noAccount')} <Link to="/register">{t('register')}</Link>
        </p>
        <p>{t('forgotten')}</p>
        <p>
          <a href="/public">{t('portal')}</a>
        </p>
      </div>
    </Door>
  )
}

export { SignInPage as Component }
