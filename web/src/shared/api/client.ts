import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '@/shared/words/i18n'
import { gate, proofFor } from './gate'
import { Refused, Unreachable, isProblem, problemIn } from './problem'
import type { paths } from './schema'

/**
 * Sends a request; when the server wants a proof first, waits for the dialog and sends it again, unchanged (an
 * idempotency key stays the same). Refusals that no proof mends are answered as they are.
 */
export async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await reach(request)
  if (!gate.open || (response.status !== 401 && response.status !== 403)) return response
  const proof = proofFor((await problemIn(response))?.code)
  if (!proof || !(await gate.ask(proof))) return response
  return patientFetch(again)
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new Unreachable(error)
  }
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language() === 'zh' ? 'zh-CN' : 'en')
    // Shows the server that the request comes from a page of its own.
    if (request.method !== 'GET') request.headers.set('x-jifen', '1')
    return request
  },
}

/** The server, typed by its OpenAPI document. */
export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? 'http://localhost' : window.location.origin,
  fetch: patientFetch,
})
api.use(manners)

interface Told<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer. Everything else is thrown: a `Refused` with reasons, or an `Unreachable`. */
export async function good<T>(asked: Promise<Told<T>>): Promise<T> {
  return (await answered(asked)).data
}

/** The same with the version of what was read, for an edit. */
export async function versioned<T>(asked: Promise<Told<T>>): Promise<{ data: T; etag: string }> {
  const { data, response } = await answered(asked)
  return { data, etag: response.headers.get('etag') ?? '' }
}

async function answered<T>(asked: Promise<Told<T>>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await asked
  if (response.ok) return { data: data as T, response }
  if (!isProblem(error)) throw new Unreachable(response.status)
  const wait = Number(response.headers.get('retry-after'))
  throw new Refused(error, wait > 0 ? wait : null)
}

/** A key for a call that creates something: one per intention, the same when it is repeated. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
