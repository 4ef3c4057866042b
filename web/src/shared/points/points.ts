import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** Why a participant has its points. `purpose` is what people of another zone read it for. */
export const pointsQuery = (id: string, purpose: string) =>
  queryOptions({
    queryKey: ['points', id, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/points', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    staleTime: 60_000,
  })

/** The published years of the enterprise of a participant, newest first. */
export const historyQuery = (id: string, purpose: string) =>
  queryOptions({
    queryKey: ['points', id, 'history', purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/history', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    staleTime: 60_000,
  })

/** Medians and quartiles of its stage. */
export const peersQuery = (id: string, purpose: string) =>
  queryOptions({
    queryKey: ['points', id, 'peers', purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/peers', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    staleTime: 60_000,
  })

/** What was reported for an evaluation, with its sources. */
export const reportedQuery = (enterprise: string, batch: string, purpose: string) =>
  queryOptions({
    queryKey: ['points', 'reported', enterprise, batch, purpose],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/enterprises/{id}/values', { params: { path: { id: enterprise }, query: { batch_id: batch, ...(purpose && { purpose }) } }, signal })),
    retry: false,
    staleTime: 60_000,
  })

/** The published points of one's own enterprise: the years of its latest participant. */
export const ownYearsQuery = queryOptions({
  queryKey: ['points', 'own'],
  queryFn: async ({ signal }) => {
    const own = await good(api.GET('/api/v1/participants', { params: { query: { limit: 1 } }, signal }))
    const one = own.items[0]
    return one ? good(api.GET('/api/v1/participants/{id}/history', { params: { path: { id: one.id } }, signal })) : []
  },
  staleTime: 60_000,
})
