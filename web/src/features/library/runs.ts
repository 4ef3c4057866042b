import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** A run that can be looked at, with the name of its evaluation. */
export interface Known {
  id: string
  title: string
  year: number
  state: string
  zone: string
}

async function known(signal: AbortSignal, drafts: boolean): Promise<Known[]> {
  const query = { sort: '-created_at', limit: 100 }
  const list = drafts ? api.GET('/api/v1/runs', { params: { query }, signal }) : api.GET('/api/v1/runs/published', { params: { query }, signal })
  const [runs, batches] = await Promise.all([
    good(list),
    good(api.GET('/api/v1/batches', { params: { query: { limit: 100 } }, signal })),
  ])
  const of = new Map(batches.items.map((batch) => [batch.id, batch]))
  const shown = runs.items.filter((run) => run.state !== 'discarded')
  const all = shown.flatMap((run) => {
    const batch = of.get(run.batch_id)
    return batch ? [{ id: run.id, title: batch.title, year: batch.year, state: run.state, zone: batch.zone_id }] : []
  })
  return all.sort((one, other) => rank(one) - rank(other) || other.year - one.year)
}

/** What is published comes first. */
function rank(run: Known): number {
  return run.state === 'published' ? 0 : 1
}

/** The runs of the zone, the latest published first; drafts only for those who may see them. */
export const runsQuery = (drafts: boolean) =>
  queryOptions({ queryKey: ['library', 'runs', drafts], queryFn: ({ signal }) => known(signal, drafts) })
