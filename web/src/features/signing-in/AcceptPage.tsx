import { Button, Result } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { api, good } from '@/shared/api/client'
import { ServerForm } from '@/shared/form/ServerForm'
import { Door } from '@/shared/layout/Door'
import { NewPassword } from '@/shared/password/NewPassword'
import { signingIn } from './words'

/** Chooses a password by a one-time link. The token stands behind `#` and so reaches no server log. */
export function AcceptPage() {
  const t = signingIn.use()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [token] = useState(() => hash.slice(1))
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <Door title={t('acceptDone')}>
        <Result
          status="success"
          subTitle={t('acceptDoneAbout')}
          extra={
            <Button type="primary" onClick={() => void navigate('/sign-in')}>
              {t('toSignIn')}
            </Button>
          }
        />
      </Door>
    )
  }
  if (!token.startsWith('jfi_')) return <Door title={t('linkIncomplete')} about={t('linkIncompleteAbout')} />
  const accept = async ({ password }: { password: string }) => {
    await good(api.POST('/api/v1/invitations/accept', { body: { token, password } }))
    // The link is used up: it should not stay in the browser's history.
    window.history.replaceState(window.history.state, '', '/accept')
    setDone(true)
  }
  return (
    <Door title={t('acceptTitle')} about={t('acceptAbout')}>
      <ServerForm<{ password: string }> label={t('acceptTitle')} submit={t('acceptSubmit')} onSubmit={accept}>
        <NewPassword name="password" label={t('newPassword')} again={t('repeat')} />
      </ServerForm>
    </Door>
  )
}

export { AcceptPage as Component }
