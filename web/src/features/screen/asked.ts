import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** A screen on a wall is looked at without being touched: everything comes anew by itself. */
const EVERY = 60_000

/** What the screen shows; with the key of a link, for whoever holds it. */
export const screenQuery = (key?: string) =>
  queryOptions({
    queryKey: ['screen', key ?? ''],
    queryFn: ({ signal }) => good(api.GET('/api/v1/screen', { signal, ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }) })),
    refetchInterval: EVERY,
    // A window that somebody signed in to and left must not keep their session from ending.
    refetchIntervalInBackground: key !== undefined,
  })
