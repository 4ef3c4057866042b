import { gate, proofFor } from '@/shared/api/gate'
import { Refused, Unreachable, isProblem } from '@/shared/api/problem'
import type { Import } from '@/shared/api/types'
import { language } from '@/shared/words/i18n'

export interface Sending {
  kind: 'register' | 'values'
  mode: 'all' | 'good'
  batch_id?: string
  source?: string
  period?: string
}

/** What came of it: the import, and whether this very file was sent before. */
export interface Sent {
  import: Import
  before: boolean
}

/** Sends a file and tells how far it is. `fetch` cannot tell that, so this is an `XMLHttpRequest`. */
export async function sendFile(file: File, sending: Sending, told: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  const { status, body } = await request(file, sending, told, signal)
  if (status === 200 || status === 201) return { import: body as Import, before: status === 200 }
  if (!isProblem(body)) throw new Unreachable(status)
  const proof = gate.open ? proofFor(body.code) : null
  if (proof && (await gate.ask(proof))) return sendFile(file, sending, told, signal)
  throw new Refused(body)
}

function request(file: File, sending: Sending, told: (share: number) => void, signal: AbortSignal): Promise<{ status: number; body: unknown }> {
  const query = new URLSearchParams({ ...sending, file_name: file.name })
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', `/api/v1/imports?${query.toString()}`)
    call.setRequestHeader('content-type', 'application/octet-stream')
    call.setRequestHeader('accept-language', language() === 'zh' ? 'zh-CN' : 'en')
    call.setRequestHeader('x-jifen', '1')
    call.responseType = 'json'
    call.upload.addEventListener('progress', (event) => event.lengthComputable && told(event.loaded / event.total))
    call.addEventListener('load', () => resolve({ status: call.status, body: call.response as unknown }))
    call.addEventListener('error', () => reject(new Unreachable(call.status)))
    call.addEventListener('abort', () => reject(new Stopped()))
    signal.addEventListener('abort', () => call.abort())
    call.send(file)
  })
}

/** The person stopped it. */
export class Stopped extends Error {}
