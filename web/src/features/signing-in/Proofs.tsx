import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { api, good } from '@/shared/api/client'
import { gate } from '@/shared/api/gate'
import { ServerForm } from '@/shared/form/ServerForm'
import { meQuery, useLeaving, useMe } from '@/shared/me/me'
import { PasswordField } from '@/shared/password/PasswordField'
import { Facts } from '@/shared/ui/Facts'
import { common } from '@/shared/words/common'
import { CodeField } from './CodeField'
import { signIn, wantsCode, type Credentials } from './credentials'
import { signingIn } from './words'

/** The dialogs that calls wait for: to sign in again, and to prove again who one is. */
export function Proofs() {
  const proofs = useSyncExternalStore(gate.subscribe, gate.proofs)
  return (
    <>
      {proofs.includes('step-up') && <StepUp />}
      {proofs.includes('sign-in') && <SignInAgain />}
    </>
  )
}

/** Over the page, so that what was filled in stays. Somebody else starts afresh. */
function SignInAgain() {
  const t = signingIn.use()
  const me = useMe()
  const client = useQueryClient()
  const leave = useLeaving()
  const [codeWanted, setCodeWanted] = useState(false)
  const enter = async (values: Credentials) => {
    try {
      await signIn({ ...values, login: me.login })
    } catch (error) {
      if (!wantsCode(error) || codeWanted) throw error
      return setCodeWanted(true)
    }
    gate.settle('sign-in', true)
    await client.invalidateQueries(meQuery)
  }
  return (
    <Modal title={t('again')} open closable={false} keyboard={false} footer={null} zIndex={1600} mask={{ closable: false }}>
      <p className="dialog-text">{t('againAbout')}</p>
      <ServerForm<Credentials>
        label={t('again')}
        submit={t('submit')}
        onSubmit={enter}
        secondary={<Button onClick={() => void leave('/sign-in')}>{t('signOut')}</Button>}
      >
        <Facts facts={[[t('login'), me.login]]} />
        <UserNameForManagers login={me.login} />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" autoFocus />
        {codeWanted && <CodeField />}
      </ServerForm>
    </Modal>
  )
}

/** Tells password managers whose password is asked for; people read it above. */
function UserNameForManagers({ login }: { login: string }) {
  return <input className="for-managers" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden="true" />
}

/** For sensitive actions. The call that waits is sent again when it was proved. */
function StepUp() {
  const t = signingIn.use()
  const c = common.use()
  const me = useMe()
  const prove = async ({ password, code }: { password: string; code?: string }) => {
    await good(api.POST('/api/v1/me/step-up', { body: { password, ...(code?.trim() && { code: code.trim() }) } }))
    gate.settle('step-up', true)
  }
  const giveUp = () => gate.settle('step-up', false)
  return (
    <Modal title={t('stepUp')} open onCancel={giveUp} footer={null} zIndex={1500} mask={{ closable: false }} closable={{ 'aria-label': c('close') }}>
      <p className="dialog-text">{t('stepUpAbout')}</p>
      <ServerForm<{ password: string; code?: string }>
        label={t('stepUp')}
        submit={c('confirm')}
        onSubmit={prove}
        secondary={<Button onClick={giveUp}>{c('cancel')}</Button>}
      >
        <UserNameForManagers login={me.login} />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" autoFocus />
        {me.second_factor && <CodeField />}
      </ServerForm>
    </Modal>
  )
}
