import type { operations } from '@/shared/api/schema'

/** What may be remarkable about points (crates/server/src/points/body.rs: flag_words). */
export const FLAGS = ['missing', 'undefined', 'zero', 'capped', 'floored', 'fallback', 'no-reference', 'substituted'] as const

type Query = Omit<NonNullable<operations['list_points']['parameters']['query']>, 'sort' | 'limit' | 'cursor'>

const PLAIN = ['search', 'stage', 'grade', 'field', 'park', 'industry', 'size', 'label', 'from', 'to', 'flag'] as const

/** The filters of the address as the server reads them. The run stands in the path. */
export function asked(filters: Record<string, string>): Query {
  const plain = PLAIN.flatMap((name) => (filters[name] ? [[name, filters[name]] as const] : []))
  return { ...(Object.fromEntries(plain) as Query), ...(filters.withheld && { withheld: filters.withheld === 'true' }) }
}
