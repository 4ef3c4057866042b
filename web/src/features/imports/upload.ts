import type { Import } from '@/shared/api/types'
import { sendFile as send } from '@/shared/files/send'

export { Stopped } from '@/shared/files/send'

export interface Sending {
  kind: Import['kind']
  mode: 'all' | 'good'
  batch_id?: string
  source?: string
  period?: string
  rung?: string
  recognised_on?: string
  valid_until?: string
  document?: string
}

/** What came of it: the import, and whether this very file was sent before. */
export interface Sent {
  import: Import
  before: boolean
}

/** Sends a file to be imported and tells how far it is. */
export async function sendFile(file: File, sending: Sending, told: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  const query = new URLSearchParams({ ...sending, file_name: file.name })
  const { status, body } = await send(`/api/v1/imports?${query.toString()}`, file, told, signal)
  return { import: body as Import, before: status === 200 }
}
