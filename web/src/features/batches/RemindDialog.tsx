import { App, Input } from 'antd'
import { useState } from 'react'
import { freshKey } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { remind } from './actions'
import { batches } from './words'

/** Reminds enterprises that have not submitted, inside the platform. */
export function RemindDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = batches.use()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const send = async ({ whom, text }: Record<string, string>) => {
    const { told, unreachable } = await remind(batch.id, { late_only: whom === 'late', message: text?.trim() || null }, key)
    const said = t('reminded', { count: told })
    if (unreachable > 0) message.warning(`${said}${t('unreachable', { count: unreachable })}`)
    else message.success(said)
  }
  const fields = (
    <>
      <Field name="whom" label={t('whom')} required>
        <Choice
          always
          options={[
            { value: 'all', label: t('whomAll') },
            { value: 'late', label: t('whomLate') },
          ]}
        />
      </Field>
      <Field name="text" label={t('remindText')} extra={t('remindTextHelp')}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t('remindTitle')} submit={t('remind')} fields={fields} initialValues={{ whom: 'all' }} onSubmit={send} onClose={onClose}>
      {t('remindAbout')}
    </ConfirmDialog>
  )
}
