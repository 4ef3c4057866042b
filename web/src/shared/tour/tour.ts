import { useSyncExternalStore } from 'react'
import type { Me } from '@/shared/api/types'
import { menuOf } from '@/shared/layout/menu'
import type { layoutWords } from '@/shared/layout/words'
import type { tourWords } from './words'

/** One stop: a place of the menu, and what to look at there. */
export interface Stop {
  to: string
  label: keyof typeof layoutWords.zh
  text: keyof typeof tourWords.zh
}

type Text = Stop['text']

/** Where the tour of a role leads, in order. Places that a person does not have are left out. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  'centre-officer': ['/points', '/analysis', '/library', '/schemes', '/batches', '/organisations'],
  'zone-administrator': ['/batches', '/imports', '/conflicts', '/runs', '/points', '/analysis', '/library', '/tasks'],
  'data-reviewer': ['/reviews', '/conflicts', '/quality', '/objections', '/points'],
  'rule-author': ['/schemes', '/analysis', '/enterprises'],
  publisher: ['/runs', '/schemes', '/points', '/analysis'],
  'policy-officer': ['/policies', '/entitlements', '/policy-applications', '/award-lists', '/payments', '/offers', '/library', '/tasks', '/points'],
  'bank-officer': ['/products', '/consents', '/loans', '/calculator', '/policies', '/notices', '/me', '/me/tokens'],
  'enterprise-user': ['/filings', '/my-points', '/my-policies', '/policy-applications', '/my-offers', '/consents', '/loans', '/my-ladder', '/objections', '/notices'],
  auditor: ['/audit', '/audit/head', '/runs', '/points', '/award-ledger'],
  'system-administrator': ['/backups', '/jobs', '/me/sessions'],
  'security-administrator': ['/users', '/organisations', '/approvals', '/me'],
}

/** The stops of a person: the ways of all roles, one after the other, each place once. */
export function stopsOf(me: Me): Stop[] {
  const open = new Map(menuOf(me).flatMap(({ places }) => places.map((place) => [place.to, place.label] as const)))
  const way = [...new Set(me.roles.flatMap((role) => WAYS[role] ?? []))]
  return way.flatMap((to) => {
    const label = open.get(to)
    return label ? [{ to, label, text: `at.${to}` as Text }] : []
  })
}

const KEY = 'jifen-tour'
const listeners = new Set<() => void>()

/** At which stop the tour of this window is; none when nobody is on one. A closed window ends it. */
export function useTour(): number | null {
  const at = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sessionStorage.getItem(KEY),
  )
  return at === null ? null : Number(at)
}

/** Goes to a stop, or ends the tour. */
export function goOn(at: number | null): void {
  if (at === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, String(at))
  for (const listener of listeners) listener()
}
