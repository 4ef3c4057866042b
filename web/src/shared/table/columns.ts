import { useState, type ReactNode } from 'react'

/** A column of a list. */
export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** The name the server sorts it by. */
  sort?: string
  /** Numbers stand to the right. */
  number?: boolean
  /** Short values are not broken: dates, states. */
  still?: boolean
  /** Not shown until a person asks for it. */
  hidden?: boolean
}

/** Which columns of a list a person wants to see, kept in this browser. The first column is always there. */
export function useColumns<Row>(list: string, columns: readonly Column<Row>[]) {
  const kept = `jifen-columns-${list}`
  const usual = columns.filter((column) => column.hidden).map((column) => column.key)
  const [away, setAway] = useState<string[]>(() => read(kept) ?? usual)
  const toggle = (key: string, shown: boolean) => {
    const next = shown ? away.filter((known) => known !== key) : [...away, key]
    window.localStorage.setItem(kept, JSON.stringify(next))
    setAway(next)
  }
  const shown = columns.filter((column, index) => index === 0 || !away.includes(column.key))
  return { shown, toggle, isShown: (key: string) => !away.includes(key) }
}

function read(kept: string): string[] | null {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(kept) ?? 'null')
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
  } catch {
    return null
  }
}
