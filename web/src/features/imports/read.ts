import type { Import } from '@/shared/api/types'

/** A problem of a file, a header or a row, in the reader's language. */
export interface Trouble {
  code: string
  severity: string
  column?: string
  heading?: string
  value?: string
  reason: string
  hint?: string
  suggestion?: string
}

/** A column of the file and what it means; nothing when it is left out. */
export interface FileColumn {
  letter: string
  heading: string
  item: string
  unit: string | null
  suggestion: string | null
}

export interface Header {
  sheet: string | null
  columns: FileColumn[]
  problems: Trouble[]
}

export interface Outcome {
  rows: number
  created: number
  changed: number
  unchanged: number
  rejected: number
  warnings: number
  code: string | null
  /** Why nothing was stored, where it was not about the file. */
  why: string | null
  problems: Trouble[]
  milliseconds: number | null
  rate: number | null
}

/** The document says of these parts that they are JSON; this is what they hold (crates/server/src/imports). */
function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fields) : []
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** Where a column stands: A, B … Z, AA … */
function place(letter: string): number {
  return [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)
}

/** The columns of a file in their order, matched or not. */
export function headerOf(one: Import): Header {
  const all = fields(one.columns)
  const column = (given: Record<string, unknown>): FileColumn => ({
    letter: text(given.letter),
    heading: text(given.heading),
    item: text(given.item),
    unit: textOrNull(given.unit),
    suggestion: textOrNull(given.suggestion),
  })
  const columns = [...list(all.columns), ...list(all.skipped)].map(column)
  columns.sort((left, right) => place(left.letter) - place(right.letter))
  return { sheet: textOrNull(all.sheet), columns, problems: troublesOf(all.problems) }
}

/** What holds for all rows of a list that say nothing themselves: item and text. */
export function usualOf(one: Import): [string, string][] {
  return Object.entries(fields(fields(one.columns).usual)).map(([item, value]) => [item, text(value)])
}

export function troublesOf(value: unknown): Trouble[] {
  return list(value).map((one) => one as unknown as Trouble)
}

/** What the last look at every row came to; `null` before there was one. */
export function outcomeOf(one: Import): Outcome | null {
  const all = fields(one.outcome)
  if (all.rows === undefined && all.code === undefined) return null
  return {
    rows: number(all.rows),
    created: number(all.created),
    changed: number(all.changed),
    unchanged: number(all.unchanged),
    rejected: number(all.rejected),
    warnings: number(all.warnings),
    code: textOrNull(all.code),
    why: textOrNull(all.detail),
    problems: troublesOf(all.problems),
    milliseconds: typeof all.milliseconds === 'number' ? all.milliseconds : null,
    rate: typeof all.rows_per_second === 'number' ? all.rows_per_second : null,
  }
}

/** Items that more than one column means. */
export function meantTwice(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => item !== '' && items.indexOf(item) !== index))]
}

/** What changes in a row. */
export interface RowChange {
  item: string
  period: number
  before: string | null
  after: string | null
}

export function changesOf(detail: unknown): RowChange[] {
  const told = (value: unknown) => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))
  return list(fields(detail).changes).map((one) => ({ item: text(one.item), period: number(one.period), before: told(one.before), after: told(one.after) }))
}

export function rowTroublesOf(detail: unknown): Trouble[] {
  return troublesOf(fields(detail).problems)
}
