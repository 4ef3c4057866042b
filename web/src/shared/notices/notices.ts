import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { paths } from '@/shared/api/schema'
import { may, useMe } from '@/shared/me/me'

export type Notice = paths['/api/v1/notices']['get']['responses'][200]['content']['application/json']['items'][number]

/** How many notices nobody of one's organisation has read. */
export function useUnreadNotices(): number {
  const me = useMe()
  const found = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/notices', { params: { query: { unread: true, limit: 1 } }, signal })),
    enabled: may(me, 'notice:list'),
    refetchInterval: 60_000,
  })
  return found.data?.total ?? 0
}
