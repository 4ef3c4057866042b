import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { OrganisationKind } from '@/shared/api/types'

/** One organisation; names change seldom. */
export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: ['organisations', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/organisations/{id}', { params: { path: { id } }, signal })),
    staleTime: 300_000,
    retry: false,
  })
}

/** The names of organisations, as far as they are known by now. */
export function useOrganisationNames(ids: readonly (string | null | undefined)[]): Map<string, string> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== ''))]
  const found = useQueries({ queries: wanted.map((id) => organisationQuery(id)) })
  return new Map(wanted.flatMap((id, index) => (found[index]?.data ? [[id, found[index].data.name] as const] : [])))
}

/** Organisations whose names hold a text. What an earlier text found is not kept: it could be chosen by mistake. */
export function useOrganisationSearch(name: string, kind: OrganisationKind | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['organisations', 'search', name, kind],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/organisations', { params: { query: { limit: 20, sort: 'name', ...(name && { name }), ...(kind && { kind }) } }, signal })),
    enabled,
    staleTime: 30_000,
  })
}
