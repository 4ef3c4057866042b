import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'

export interface Credentials {
  login: string
  password: string
  code?: string
}

/** Begins a session. `code` is sent only when there is one: the server says when it wants it. */
export async function signIn({ login, password, code }: Credentials) {
  const body = { login: login.trim(), password, ...(code?.trim() && { code: code.trim() }) }
  return good(api.POST('/api/v1/sessions', { body }))
}

/** Whether a refusal means that the same has to be sent with a code. */
export function wantsCode(error: unknown): boolean {
  return codeOf(error) === 'second-factor-required'
}
