import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What a list shows, as it stands in the address: it can be kept as a bookmark or sent to a colleague. */
export interface ListState {
  filters: Record<string, string>
  sort: string
  limit: number
  cursor: string | undefined
  /** Cursors of the pages before this one, so that one can go back. */
  before: string[]
}

export const LIMITS = [20, 50, 100, 200]
/** An address must not grow without end; who goes back further comes to the first page. */
const STEPS_BACK = 20
const OWN = new Set(['sort', 'limit', 'cursor', 'before'])

/** The list an address asks for; what it does not say is as usual. Unknown parameters are left to others. */
export function readList(address: URLSearchParams, fields: readonly string[], usualSort: string): ListState {
  const filters: Record<string, string> = {}
  for (const name of fields) {
    const value = OWN.has(name) ? null : address.get(name)
    if (value) filters[name] = value
  }
  const limit = Number(address.get('limit'))
  return {
    filters,
    sort: address.get('sort') ?? usualSort,
    limit: LIMITS.includes(limit) ? limit : 20,
    cursor: address.get('cursor') ?? undefined,
    before: address.get('before')?.split('.') ?? [],
  }
}

/** The address of a list. */
export function writeList(state: ListState, usualSort: string): URLSearchParams {
  const address = new URLSearchParams(state.filters)
  if (state.sort !== usualSort) address.set('sort', state.sort)
  if (state.limit !== 20) address.set('limit', String(state.limit))
  if (state.cursor) address.set('cursor', state.cursor)
  if (state.cursor && state.before.length > 0) address.set('before', state.before.join('.'))
  return address
}

/** From the first page again, after the filter or the order changed. */
export function restarted(state: ListState, change: Partial<ListState>): ListState {
  return { ...state, ...change, cursor: undefined, before: [] }
}

/** On to the next page. `-` stands for the first page, which has no cursor. */
export function onward(state: ListState, next: string): ListState {
  return { ...state, before: [...state.before, state.cursor ?? '-'].slice(-STEPS_BACK), cursor: next }
}

/** Back to the page before; to the first when the address came without a history. */
export function backward(state: ListState): ListState {
  const before = state.before.slice(0, -1)
  const cursor = state.before[state.before.length - 1]
  return { ...state, before, cursor: cursor === '-' ? undefined : cursor }
}

/** The same order turned round, or another one. */
export function sortedBy(sort: string, column: string): string {
  return sort === column ? `-${column}` : column
}

/** The list state of the page, and how to change it. */
export function useListState(fields: readonly string[], usualSort: string): [ListState, (next: ListState) => void] {
  const [address, setAddress] = useSearchParams()
  const key = address.toString()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the address as text is what the state depends on
  const state = useMemo(() => readList(address, fields, usualSort), [key, usualSort])
  return [state, (next) => setAddress(writeList(next, usualSort))]
}
