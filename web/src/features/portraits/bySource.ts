import type { ReportedValue } from '@/shared/api/types'

/** What one source said, and how old it is. */
export interface BySource {
  source: ReportedValue['source']
  items: number
  /** The latest year it speaks of. */
  period: number | null
  /** When it was entered last. */
  newest: string
}

/** The values that count, gathered by source; most items first. */
export function bySource(values: readonly ReportedValue[]): BySource[] {
  const found = new Map<string, { items: Set<string>; one: BySource }>()
  for (const { source, item, period, entered_at, counts, value } of values) {
    if (!counts || typeof value !== 'string') continue
    const known = found.get(source) ?? { items: new Set<string>(), one: { source, items: 0, period: null, newest: entered_at } }
    known.items.add(item)
    known.one.items = known.items.size
    known.one.period = Math.max(known.one.period ?? 0, period ?? 0) || null
    if (entered_at > known.one.newest) known.one.newest = entered_at
    found.set(source, known)
  }
  return [...found.values()].map(({ one }) => one).sort((one, other) => other.items - one.items || one.source.localeCompare(other.source))
}
