import { queryOptions } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'

/** The name of the identity provider, where there is one. */
export const providerQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: async ({ signal }) => (await good(api.GET('/api/v1/sign-in-options', { signal }))).provider ?? null,
  staleTime: 600_000,
})

/** What somebody went to the identity provider for. */
export type Errand = { for: 'sign-in'; to: string | null } | { for: 'link' }

// Of this tab alone: the server holds what must not be forged, this only says where to go on.
const KEPT = 'jifen-errand'

/** Leaves for the identity provider, which sends the browser back to `/sign-in/return`. */
export async function setOut(on: Errand): Promise<void> {
  const asked = on.for === 'link' ? api.POST('/api/v1/me/identities', {}) : api.POST('/api/v1/provider/sign-in', {})
  const { address } = await good<{ address: string }>(asked)
  sessionStorage.setItem(KEPT, JSON.stringify(on))
  window.location.assign(address)
}

/** What this tab set out for. */
export function errand(): Errand {
  const kept = sessionStorage.getItem(KEPT)
  return kept ? (JSON.parse(kept) as Errand) : { for: 'sign-in', to: null }
}
