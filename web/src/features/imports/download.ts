import { api, good } from '@/shared/api/client'
import type { Import, ValueSource } from '@/shared/api/types'
import { save } from '@/shared/table/ExportButtons'

interface Purpose {
  kind: Import['kind']
  batch_id?: string
  source?: ValueSource
}

/** Hands the workbook to fill in to the browser. */
export async function downloadTemplate(purpose: Purpose, name: string): Promise<void> {
  const content = await good(api.GET('/api/v1/imports/template', { params: { query: purpose }, parseAs: 'blob' }))
  save({ name, content: content as unknown as Blob })
}

/** Hands the workbook that was sent, with its problems marked, to the browser. */
export async function downloadMarked(one: Import, suffix: string): Promise<void> {
  const content = await good(api.GET('/api/v1/imports/{id}/workbook', { params: { path: { id: one.id } }, parseAs: 'blob' }))
  save({ name: `${one.file_name.replace(/\.[^.]+$/, '')}${suffix}.xlsx`, content: content as unknown as Blob })
}
