import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { freshKey } from '@/shared/api/client'
import { isInvited, type Invited, type User } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { resetUser } from './actions'
import { users } from './words'

interface Props {
  user: User
  onClose: () => void
  onLink: (invited: Invited) => void
}

/** A new one-time link for somebody who has forgotten the password or lost the telephone. */
export function ResetUser({ user, onClose, onLink }: Props) {
  const t = users.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [factor, setFactor] = useState(false)
  const [key] = useState(freshKey)
  const reset = async () => {
    const invited = await resetUser(user.id, factor, key)
    await client.invalidateQueries({ queryKey: ['users'] })
    await client.invalidateQueries({ queryKey: ['approvals'] })
    if (isInvited(invited)) onLink(invited)
    else message.info(t('waitsForSecond'))
  }
  const tick = (
    <p>
      <label className="tick">
        <input type="checkbox" checked={factor} onChange={(event) => setFactor(event.target.checked)} /> {t('resetFactor')}
      </label>
    </p>
  )
  return (
    <ConfirmDialog title={t('resetTitle', { name: user.name })} submit={t('reset')} danger onSubmit={reset} onClose={onClose} fields={tick}>
      {t('resetAbout')}
    </ConfirmDialog>
  )
}
