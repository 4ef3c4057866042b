import { api, good, versioned } from '@/shared/api/client'
import { Refused } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'
import type { Batch, BatchItem } from '@/shared/api/types'

type Arrangement = components['schemas']['ArrangeBatch']

const path = (id: string) => ({ path: { id } })
const edits = (id: string, etag: string) => ({ ...path(id), header: { 'If-Match': etag } })
const makes = (id: string, key: string) => ({ ...path(id), header: { 'Idempotency-Key': key } })

/** The batch with the version that an edit has to name. */
export function readBatch(id: string, signal: AbortSignal) {
  return versioned(api.GET('/api/v1/batches/{id}', { params: path(id), signal }))
}

export async function makeBatch(zone: string, batch: Arrangement, key: string): Promise<Batch> {
  const asked = api.POST('/api/v1/batches', { params: { header: { 'Idempotency-Key': key } }, body: { zone_id: zone, batch } })
  return good(asked).catch((error: unknown) => {
    // The form has the fields of `batch` beside that of the zone.
    if (!(error instanceof Refused)) throw error
    const errors = (error.problem.errors ?? []).map((one) => ({ ...one, pointer: one.pointer.replace(/^\/batch\//, '/') }))
    throw new Refused({ ...error.problem, errors }, error.retryAfter)
  })
}

export async function arrangeBatch(id: string, etag: string, body: Arrangement): Promise<Batch> {
  return good(api.PUT('/api/v1/batches/{id}', { params: edits(id, etag), body }))
}

export async function setItems(id: string, etag: string, body: BatchItem[]) {
  return good(api.PUT('/api/v1/batches/{id}/items', { params: edits(id, etag), body }))
}

export type Group = components['schemas']['BatchGroup']

/** The groups with the version of their batch, which an edit has to name. */
export function readGroups(id: string, signal: AbortSignal) {
  return versioned(api.GET('/api/v1/batches/{id}/groups', { params: path(id), signal }))
}

export async function setGroups(id: string, etag: string, groups: readonly Group[]) {
  const kinds = ({ park, industry, field, label }: Group) => ({ ...(park && { park }), ...(industry && { industry }), ...(field && { field }), ...(label && { label }) })
  const body = groups.map((one) => ({ name: one.name, deadline: one.deadline, ...kinds(one) }))
  return good(api.PUT('/api/v1/batches/{id}/groups', { params: edits(id, etag), body }))
}

/** What moves a batch on, and back. */
export const moves = {
  open: (id: string, etag: string) => good(api.POST('/api/v1/batches/{id}/open', { params: edits(id, etag) })),
  freeze: (id: string, etag: string) => good(api.POST('/api/v1/batches/{id}/freeze', { params: edits(id, etag) })),
  close: (id: string, etag: string) => good(api.POST('/api/v1/batches/{id}/close', { params: edits(id, etag) })),
  thaw: (id: string, etag: string, reason: string) => good(api.POST('/api/v1/batches/{id}/thaw', { params: edits(id, etag), body: { reason } })),
}

export async function enrol(id: string, body: components['schemas']['Enrolment'], key: string) {
  return good(api.POST('/api/v1/batches/{id}/participants', { params: makes(id, key), body }))
}

export async function remind(id: string, body: components['schemas']['Reminding'], key: string) {
  return good(api.POST('/api/v1/batches/{id}/reminders', { params: makes(id, key), body }))
}

/** Gives an enterprise more time; without a day, takes it back. The version is read afresh: a list has none. */
export async function extend(id: string, deadline: string | null, reason: string) {
  const { etag } = await versioned(api.GET('/api/v1/participants/{id}', { params: path(id) }))
  return good(api.PUT('/api/v1/participants/{id}/deadline', { params: edits(id, etag), body: { deadline, reason } }))
}

export async function removeParticipant(id: string) {
  const { etag } = await versioned(api.GET('/api/v1/participants/{id}', { params: path(id) }))
  return good(api.DELETE('/api/v1/participants/{id}', { params: edits(id, etag) }))
}
