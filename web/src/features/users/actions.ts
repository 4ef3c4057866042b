import { api, freshKey, good, versioned } from '@/shared/api/client'
import type { Role, User } from '@/shared/api/types'

const path = (id: string) => ({ path: { id } })

/** The person with the version that an edit has to name. */
export function readUser(id: string, signal?: AbortSignal) {
  return versioned(api.GET('/api/v1/users/{id}', { params: path(id), ...(signal && { signal }) }))
}

export interface UserChange {
  name: string
  language: 'zh' | 'en'
  roles: Role[]
}

export async function changeUser(id: string, etag: string, body: UserChange) {
  return good(api.PATCH('/api/v1/users/{id}', { params: { ...path(id), header: { 'If-Match': etag } }, body }))
}

export async function disableUser(id: string, etag: string): Promise<User> {
  return good(api.POST('/api/v1/users/{id}/disable', { params: { ...path(id), header: { 'If-Match': etag } } }))
}

export async function enableUser(id: string, etag: string): Promise<User> {
  return good(api.POST('/api/v1/users/{id}/enable', { params: { ...path(id), header: { 'If-Match': etag } } }))
}

export async function signOutUser(id: string): Promise<unknown> {
  return good(api.POST('/api/v1/users/{id}/sign-out', { params: path(id) }))
}

export async function resetUser(id: string, secondFactor: boolean, key: string = freshKey()) {
  const params = { ...path(id), header: { 'Idempotency-Key': key } }
  return good(api.POST('/api/v1/users/{id}/reset', { params, body: { second_factor: secondFactor } }))
}
