import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'

/** The evaluations a person may see, latest year first. */
export const batchesQuery = queryOptions({
  queryKey: ['batches', 'all'],
  queryFn: ({ signal }) => good(api.GET('/api/v1/batches', { params: { query: { sort: '-year', limit: 200 } }, signal })),
  staleTime: 30_000,
})

/** The evaluation whose values are looked at; it stands in the address, and is the latest when the address names none. */
export function useChosenBatch() {
  const found = useQuery(batchesQuery)
  const [address, setAddress] = useSearchParams()
  const batches: readonly Batch[] = found.data?.items ?? []
  const asked = address.get('batch')
  const batch = asked ? batches.find(({ id }) => id === asked) : batches[0]
  const choose = (id: string | undefined) => setAddress(id ? { batch: id } : {})
  return { found, batches, batch, choose }
}
