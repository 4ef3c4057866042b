import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { LoanPage } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { support } from './supportWords'

const STARS = [5, 4, 3, 2, 1] as const

/** Lets the enterprise say, once, what it thinks of the service of the bank. */
export function RateButton({ loan }: { loan: LoanPage }) {
  const t = support.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [key] = useState(freshKey)
  if (!loan.decided_at || loan.rating) return null
  const rate = async ({ stars = '', said }: Record<string, string>) => {
    const params = { path: { id: loan.id }, header: { 'Idempotency-Key': key } }
    await good(api.POST('/api/v1/loans/{id}/rating', { params, body: { stars: Number(stars), ...(said && { said }) } }))
    await client.invalidateQueries({ queryKey: ['loans'] })
    message.success(t('rated'))
  }
  const fields = (
    <>
      <Field name="stars" label={t('stars')} required>
        <Choice options={STARS.map((stars) => ({ value: String(stars), label: t('star', { stars }) }))} />
      </Field>
      <Field name="said" label={t('said')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </>
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('rate')}</Button>
      {open && (
        <ConfirmDialog title={t('rate')} submit={t('rate')} fields={fields} onSubmit={rate} onClose={() => setOpen(false)}>
          <p>{t('rateAbout')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
