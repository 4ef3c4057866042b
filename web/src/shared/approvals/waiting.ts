import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import { may, useMe } from '@/shared/me/me'

/**
 * How many requests of others wait for this person to decide. Looked at again where it is shown anew or something was
 * decided, never by a clock: a browser left alone must not keep a session alive. Nothing while they are being counted.
 */
export function useWaitingApprovals(): number | undefined {
  const enabled = may(useMe(), 'approval:decide')
  const found = useQuery({
    queryKey: ['approvals', 'waiting'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/approvals', { params: { query: { state: 'waiting', limit: 200 } }, signal })),
    enabled,
  })
  if (enabled && found.isPending) return undefined
  return found.data?.items.filter((one) => one.may_decide).length ?? 0
}
