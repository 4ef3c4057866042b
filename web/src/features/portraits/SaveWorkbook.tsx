import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '@/shared/api/client'
import { download } from '@/shared/table/download'
import { save } from '@/shared/table/ExportButtons'
import { portraits } from './words'

/** The portrait as a workbook. */
export function SaveWorkbook({ id, purpose }: { id: string; purpose: string }) {
  const t = portraits.use()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const query = purpose ? { purpose } : {}
      save(await download(api.GET('/api/v1/participants/{id}/portrait', { params: { path: { id }, query }, parseAs: 'blob' })))
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={busy} onClick={() => void run()}>
      {t('save')}
    </Button>
  )
}
