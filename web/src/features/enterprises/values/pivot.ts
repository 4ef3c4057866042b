import type { CountedValue, ReportedValue } from '@/shared/api/types'

/** Stands for items that belong to no year. */
export const NO_YEAR = 0

/** What is known of one item in one year. */
export interface Cell {
  item: string
  year: number
  /** What counts; what the only source says where nobody has counted. */
  value: string | null
  state: 'known' | 'zero' | 'missing'
  /** How many sources say something. */
  sources: number
  standing: CountedValue['standing'] | null
}

export interface ItemRow {
  item: string
  cells: Map<number, Cell>
}

export interface Pivot {
  years: number[]
  rows: ItemRow[]
}

const key = (item: string, year: number) => `${item} ${year}`

/** Statements as a table of items by year, the latest year first. */
export function pivot(values: readonly ReportedValue[], counted: readonly CountedValue[] = []): Pivot {
  const counts = new Map(counted.map((one) => [key(one.item, one.period), one]))
  const rows = new Map<string, ItemRow>()
  const years = new Set<number>()
  for (const value of values) {
    const year = value.period ?? NO_YEAR
    years.add(year)
    const row = rows.get(value.item) ?? { item: value.item, cells: new Map<number, Cell>() }
    rows.set(value.item, row)
    const known = row.cells.get(year)
    row.cells.set(year, known ? joined(known, value) : begun(value, year, counts.get(key(value.item, year))))
  }
  return { years: [...years].sort((one, other) => other - one), rows: [...rows.values()] }
}

function begun(said: ReportedValue, year: number, counted: CountedValue | undefined): Cell {
  const cell = { item: said.item, year, sources: 1, standing: counted?.standing ?? null }
  if (!counted) return { ...cell, value: said.value ?? null, state: stateOf(said.state) }
  const value = counted.value ?? null
  if (value === null) return { ...cell, value, state: 'missing' }
  return { ...cell, value, state: isZero(value) ? 'zero' : 'known' }
}

function joined(cell: Cell, said: ReportedValue): Cell {
  const more = { ...cell, sources: cell.sources + 1 }
  // Where somebody counted, that stands; else a known value says more than a missing one.
  if (cell.standing !== null || cell.value !== null) return more
  return { ...more, value: said.value ?? null, state: stateOf(said.state) }
}

function stateOf(word: string): Cell['state'] {
  return word === 'zero' || word === 'missing' ? word : 'known'
}

function isZero(text: string): boolean {
  return /^-?0+(\.0+)?$/.test(text)
}
