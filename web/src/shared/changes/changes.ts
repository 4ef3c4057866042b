/** A line of what a row of the log says: a field that changed, or a fact. */
export type Line = { field: string; before: string; after: string } | { field: string; value: string }

/** The details of a row. The server writes `[before, after]` for changed fields. */
export function linesOf(detail: unknown): Line[] {
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail).flatMap(([field, value]): Line[] => {
    if (!isChange(value)) return [{ field, value: shown(value) }]
    const [before, after] = value.map(shown) as [string, string]
    return before === after ? [] : [{ field, before, after }]
  })
}

function isChange(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2 && (value[0] === null || value[1] === null || typeof value[0] === typeof value[1])
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
