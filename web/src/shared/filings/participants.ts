import { queryOptions } from '@tanstack/react-query'
import { api, versioned } from '@/shared/api/client'

/** One participant with its batch, and the version that a move has to name. */
export function participantQuery(id: string) {
  return queryOptions({
    queryKey: ['participants', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/participants/{id}', { params: { path: { id } }, signal })),
    staleTime: 30_000,
  })
}
