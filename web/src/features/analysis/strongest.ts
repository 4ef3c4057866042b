interface Pair {
  line: number
  column: number
  value: string
}

/** The two indicators that go together most, one way or the other. */
export function strongest(correlations: readonly (readonly (string | null | undefined)[])[]): Pair | null {
  let best: Pair | null = null
  correlations.forEach((cells, line) =>
    cells.slice(0, line).forEach((value, column) => {
      if (typeof value === 'string' && (!best || Math.abs(Number(value)) > Math.abs(Number(best.value)))) best = { line, column, value }
    }),
  )
  return best
}
