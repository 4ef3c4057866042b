import { api, good } from '@/shared/api/client'

/** The funds of the reader's zone. */
export const fundsQuery = {
  queryKey: ['funds', 'all'],
  queryFn: ({ signal }: { signal: AbortSignal }) => good(api.GET('/api/v1/funds', { signal })),
}
