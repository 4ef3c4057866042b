import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { Batch, Run } from '@/shared/api/types'

/** A published run with its evaluation. */
export interface Published {
  run: Run
  batch: Batch
}

/** The published runs a person may see, latest year first. */
export const publishedQuery = queryOptions({
  queryKey: ['points', 'runs'],
  queryFn: async ({ signal }): Promise<Published[]> => {
    const [runs, batches] = await Promise.all([
      good(api.GET('/api/v1/runs/published', { params: { query: { limit: 200 } }, signal })),
      good(api.GET('/api/v1/batches', { params: { query: { limit: 200 } }, signal })),
    ])
    const of = new Map(batches.items.map((batch) => [batch.id, batch]))
    const known = runs.items.flatMap((run) => {
      const batch = of.get(run.batch_id)
      return batch ? [{ run, batch }] : []
    })
    return known.sort((one, other) => other.batch.year - one.batch.year)
  },
  staleTime: 60_000,
})
