/** A line of what changed: a field with before and after, or a fact. */
export type Line = { field: string; before: string; after: string } | { field: string; value: string }

/** How a value of a field is called. */
export type Named = (field: string, value: string) => string

const AS_IT_IS: Named = (_, value) => value

/** The lines of a detail. The server writes `[before, after]` for changed fields. */
export function linesOf(detail: unknown, named: Named = AS_IT_IS): Line[] {
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail).flatMap(([field, value]): Line[] => {
    const shown = (part: unknown) => shownAs(part, (word) => named(field, word))
    if (!isChange(value)) return [{ field, value: shown(value) }]
    const [before, after] = value.map(shown) as [string, string]
    return before === after ? [] : [{ field, before, after }]
  })
}

function isChange(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2 && (value[0] === null || value[1] === null || typeof value[0] === typeof value[1])
}

function shownAs(value: unknown, named: (word: string) => string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map((part) => shownAs(part, named)).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : named(String(value))
}
