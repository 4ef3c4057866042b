import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useNavigate } from 'react-router'
import { api, versioned } from '@/shared/api/client'
import { gate } from '@/shared/api/gate'
import type { Me } from '@/shared/api/types'

/** Who is signed in, with the version for edits. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const { data, etag } = await versioned(api.GET('/api/v1/me', { signal }))
    gate.open = true
    return { me: data, etag }
  },
  staleTime: 60_000,
  retry: false,
})

/** The person who is signed in; only below the layout, where there is one. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data.me
}

/**
 * Leaves for `path` and forgets everything that was read, for another person may come. The pages go first: without what
 * was read they could only fail, for the moment that the way out takes.
 */
export function useLeaving(): (path: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (path) => {
    gate.open = false
    gate.settle('sign-in', false)
    gate.settle('step-up', false)
    try {
      await navigate(path, { flushSync: true })
    } finally {
      client.clear()
    }
  }
}

/** What the roles of a person allow. */
export function may(me: Me, permission: string): boolean {
  return me.permissions[permission] !== undefined
}

/** Whether something can be done, and if not, why not. */
export type Can = { yes: true } | { yes: false; why: string }

export const YES: Can = { yes: true }

export function no(why: string): Can {
  return { yes: false, why }
}

/** The first reason against, or yes. Reasons that hold no longer are `null`. */
export function unless(...reasons: (string | null)[]): Can {
  const why = reasons.find((reason) => reason !== null)
  return why ? no(why) : YES
}

/** Signs out and leaves; set by the layout. */
export const SignOut = createContext<() => void>(() => {})

export function useSignOut(): () => void {
  return useContext(SignOut)
}
