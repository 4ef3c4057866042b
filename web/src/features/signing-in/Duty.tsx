import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, good } from '@/shared/api/client'
import { ServerForm } from '@/shared/form/ServerForm'
import { Door } from '@/shared/layout/Door'
import { meQuery, useSignOut } from '@/shared/me/me'
import { NewPassword } from '@/shared/password/NewPassword'
import { PasswordField } from '@/shared/password/PasswordField'
import { SetUpSecondFactor } from '@/shared/second-factor/SetUp'
import { signingIn } from './words'

/** What has to be done before anything else. */
export function Duty({ duty }: { duty: string }) {
  const t = signingIn.use()
  const client = useQueryClient()
  const signOut = useSignOut()
  const again = () => client.invalidateQueries(meQuery)
  const leave = <Button onClick={signOut}>{t('signOut')}</Button>
  if (duty === 'second-factor-setup-required') {
    return (
      <Door title={t('dutyFactor')} about={t('dutyFactorAbout')} wide>
        <SetUpSecondFactor onDone={() => void again()} />
        <div className="door-links">{leave}</div>
      </Door>
    )
  }
  const change = async (values: { current: string; new: string }) => {
    await good(api.PUT('/api/v1/me/password', { body: { current: values.current, new: values.new } }))
    await again()
  }
  return (
    <Door title={t('dutyPassword')} about={t('dutyPasswordAbout')}>
      <ServerForm<{ current: string; new: string }> label={t('dutyPassword')} submit={t('goOn')} onSubmit={change} secondary={leave}>
        <PasswordField name="current" label={t('password')} autoComplete="current-password" />
        <NewPassword name="new" label={t('newPassword')} again={t('repeat')} />
      </ServerForm>
    </Door>
  )
}
