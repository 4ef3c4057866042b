import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { Scheme } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'

/** The schemes that evaluations are computed by; they change with the program. */
export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: ({ signal }) => good(api.GET('/api/v1/schemes', { signal })),
  staleTime: 600_000,
})

/** The scheme at a path, when it is known. */
export function useScheme(path: string | undefined): Scheme | undefined {
  const { data } = useQuery(schemesQuery)
  return data?.find((one) => one.path === path)
}

/** The name of a stage, an indicator or a veto; its code while the scheme is not known. */
export function codeName(among: Scheme['stages'] | undefined, code: string | null | undefined): string | null {
  if (!code) return null
  const found = among?.find((one) => one.code === code)
  return found ? named(found.name) : code
}
