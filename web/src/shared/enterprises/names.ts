import { useQueries } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** The names of enterprises, as far as they are known by now. */
export function useEnterpriseNames(ids: readonly string[]): Map<string, string> {
  const wanted = [...new Set(ids)]
  const found = useQueries({
    queries: wanted.map((id) => ({
      queryKey: ['enterprises', 'name', id],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await good(api.GET('/api/v1/enterprises/{id}', { params: { path: { id } }, signal }))).enterprise.name,
      staleTime: 300_000,
      retry: false,
    })),
  })
  return new Map(wanted.flatMap((id, index) => (found[index]?.data ? [[id, found[index].data] as const] : [])))
}
