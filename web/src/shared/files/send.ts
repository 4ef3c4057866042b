import { gate, proofFor } from '@/shared/api/gate'
import { Refused, Unreachable, isProblem } from '@/shared/api/problem'
import { language } from '@/shared/words/i18n'

/** What the server said about a file that it took. */
export interface Taken {
  status: number
  body: unknown
}

/**
 * Sends a file as the body of a request and tells how far it is. `fetch` cannot tell that, so this is an
 * `XMLHttpRequest`. What is not taken is thrown: a `Refused`, an `Unreachable`, or `Stopped`. `seen` is the version of what the
 * file changes, as its `ETag` said it.
 */
export async function sendFile(path: string, file: File, told: (share: number) => void, signal: AbortSignal, seen?: string): Promise<Taken> {
  const taken = await request(path, file, told, signal, seen)
  if (taken.status === 200 || taken.status === 201) return taken
  if (!isProblem(taken.body)) throw new Unreachable(taken.status)
  const proof = gate.open ? proofFor(taken.body.code) : null
  if (proof && (await gate.ask(proof))) return sendFile(path, file, told, signal, seen)
  throw new Refused(taken.body)
}

function request(path: string, file: File, told: (share: number) => void, signal: AbortSignal, seen?: string): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', path)
    call.setRequestHeader('content-type', 'application/octet-stream')
    call.setRequestHeader('accept-language', language() === 'zh' ? 'zh-CN' : 'en')
    call.setRequestHeader('x-jifen', '1')
    if (seen !== undefined) call.setRequestHeader('if-match', seen)
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
