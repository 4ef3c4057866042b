import { queryOptions } from '@tanstack/react-query'
import { api, good, versioned } from '@/shared/api/client'
import type { components, operations } from '@/shared/api/schema'

export type Draft = operations['list_rule_drafts']['responses'][200]['content']['application/json'][number]
export type Whole = components['schemas']['RuleDraftWhole']
export type Judged = components['schemas']['RuleJudged']

/** The policies and products being written, the newest first. */
export const draftsQuery = queryOptions({
  queryKey: ['rule-drafts', 'all'],
  queryFn: ({ signal }) => good(api.GET('/api/v1/rule-drafts', { signal })),
})

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['rule-drafts', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/rule-drafts/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    // What is being written must not be replaced by what was saved before.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
