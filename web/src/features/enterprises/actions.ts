import { api, good, versioned } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']
const path = (id: string) => ({ path: { id } })
const edited = (id: string, etag: string) => ({ ...path(id), header: { 'If-Match': etag } })

/** The enterprise with what belongs to it, and the version that an edit has to name. */
export function readEnterprise(id: string, signal: AbortSignal) {
  return versioned(api.GET('/api/v1/enterprises/{id}', { params: path(id), signal }))
}

export function enterEnterprise(body: Schemas['EnterEnterprise'], key: string) {
  return good(api.POST('/api/v1/enterprises', { params: { header: { 'Idempotency-Key': key } }, body }))
}

export function changeEnterprise(id: string, etag: string, body: Schemas['ChangeEnterprise']) {
  return good(api.PATCH('/api/v1/enterprises/{id}', { params: edited(id, etag), body }))
}

export function closeEnterprise(id: string, etag: string, body: Schemas['CloseEnterprise']) {
  return good(api.POST('/api/v1/enterprises/{id}/close', { params: edited(id, etag), body }))
}

export function mergeEnterprise(id: string, etag: string, body: Schemas['MergeEnterprise']) {
  return good(api.POST('/api/v1/enterprises/{id}/merge', { params: edited(id, etag), body }))
}

export function giveLabel(id: string, key: string, body: Schemas['GiveLabel']) {
  return good(api.POST('/api/v1/enterprises/{id}/labels', { params: { ...path(id), header: { 'Idempotency-Key': key } }, body }))
}

export function removeLabel(id: string, etag: string, body: Schemas['RemoveLabel']) {
  return good(api.POST('/api/v1/enterprises/{id}/remove-label', { params: edited(id, etag), body }))
}

/** The people in full, and the version of the enterprise that an edit has to name. */
export function readContacts(id: string) {
  return versioned(api.GET('/api/v1/enterprises/{id}/contacts', { params: path(id) }))
}

export function replaceContacts(id: string, etag: string, contacts: Schemas['EnterpriseContact'][]) {
  return good(api.PUT('/api/v1/enterprises/{id}/contacts', { params: edited(id, etag), body: { contacts } }))
}
