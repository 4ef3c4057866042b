import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, good } from '@/shared/api/client'
import type { Consent } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { consents } from './words'

/** The second of the two clicks that revoke a consent. */
export function RevokeDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const t = consents.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const revoke = async () => {
    const params = { path: { id: consent.id }, header: { 'If-Match': `"${consent.version}"` } }
    await good(api.POST('/api/v1/consents/{id}/revoke', { params }))
    await client.invalidateQueries({ queryKey: ['consents'] })
    message.success(t('revoked'))
  }
  return (
    <ConfirmDialog title={t('revokeTitle')} submit={t('revoke')} danger onSubmit={revoke} onClose={onClose}>
      <p>{t('revokeAbout', { bank: consent.bank_name })}</p>
    </ConfirmDialog>
  )
}
