import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** A screen on a wall is looked at without being touched: everything comes anew by itself. */
export const EVERY = 60_000

type By = 'stage' | 'field' | 'grade'

/** How the points of a run are spread: the numbers of the analysis, so that both say the same. */
export const spreadQuery = (id: string, by: By) =>
  queryOptions({
    queryKey: ['analysis', 'distribution', id, by],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/distribution', { params: { path: { id }, query: { by } }, signal })),
    refetchInterval: EVERY,
  })

/** The ten with the most points. */
export const topQuery = (id: string) =>
  queryOptions({
    queryKey: ['points', 'top', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/points', { params: { path: { id }, query: { sort: 'rank', limit: 10 } }, signal })),
    refetchInterval: EVERY,
  })

/** The evaluation that is going on, with how far it is. */
export const runningQuery = queryOptions({
  queryKey: ['batches', 'running'],
  queryFn: async ({ signal }) => {
    const open = await good(api.GET('/api/v1/batches', { params: { query: { state: 'open', sort: '-year', limit: 1 } }, signal }))
    const batch = open.items[0]
    if (!batch) return null
    const board = await good(api.GET('/api/v1/batches/{id}/board', { params: { path: { id: batch.id } }, signal }))
    return { batch, board }
  },
  refetchInterval: EVERY,
})
