/** What may be remarkable about the points of an indicator, by bit (crates/domain/src/evaluation/score.rs: Flags). */
const BITS = ['missing', 'undefined', 'zero', 'capped', 'floored', 'fallback', 'no-reference', 'substituted', 'not-applicable'] as const

export type Flag = (typeof BITS)[number]

/** The remarks of an indicator. */
export function flagsOf(bits: number): Flag[] {
  return BITS.filter((_, place) => (bits >> place) & 1)
}

/** What was not had: full points less points, exactly. Both have at most four decimals. */
export function lostPoints(full: string, points: string): string {
  const lost = units(full) - units(points)
  const sign = lost < 0 ? '-' : ''
  const digits = String(Math.abs(lost)).padStart(5, '0')
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}

function units(text: string): number {
  const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text)
  if (!parts) return 0
  const value = Number(parts[2]) * 10_000 + Number((parts[3] ?? '').padEnd(4, '0'))
  return parts[1] ? -value : value
}
