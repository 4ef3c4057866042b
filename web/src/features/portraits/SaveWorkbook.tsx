import { api } from '@/shared/api/client'
import { download } from '@/shared/table/download'
import { save } from '@/shared/table/ExportButtons'
import { TryButton } from '@/shared/ui/TryButton'
import { portraits } from './words'

/** The portrait as a workbook. */
export function SaveWorkbook({ id, purpose }: { id: string; purpose: string }) {
  const t = portraits.use()
  const query = purpose ? { purpose } : {}
  const fetch = async () => save(await download(api.GET('/api/v1/participants/{id}/portrait', { params: { path: { id }, query }, parseAs: 'blob' })))
  return <TryButton run={fetch}>{t('save')}</TryButton>
}
