import { queryOptions } from '@tanstack/react-query'
import { api, good, versioned } from '@/shared/api/client'

/** The schemes of the zone, from draft to publication. */
export const draftsQuery = queryOptions({
  queryKey: ['schemes', 'drafts'],
  queryFn: ({ signal }) => good(api.GET('/api/v1/scheme-drafts', { signal })),
})

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['schemes', 'draft', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/scheme-drafts/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    // What is being written must not be replaced by what was saved before.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export const shownQuery = (path: string) =>
  queryOptions({
    queryKey: ['schemes', 'shown', path],
    queryFn: ({ signal }) => good(api.GET('/api/v1/schemes/shown', { params: { query: { path } }, signal })),
  })
