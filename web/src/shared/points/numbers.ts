/** Exact points as ten-thousandths. A text that is none counts as nothing: only pictures and orders are made of these. */
export function unitsOf(points: string | null | undefined): number {
  const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(points ?? '')
  if (!parts) return 0
  const value = Number(parts[2]) * 10_000 + Number((parts[3] ?? '').padEnd(4, '0'))
  return parts[1] ? -value : value
}

/** Ten-thousandths as exact points. */
export function pointsOf(units: number): string {
  const digits = String(Math.abs(units)).padStart(5, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}

/** The difference of two amounts of points, with its sign: `+1.5`, `-2`, `0`. */
export function difference(after: string, before: string): string {
  const units = unitsOf(after) - unitsOf(before)
  return units > 0 ? `+${pointsOf(units)}` : pointsOf(units)
}

/** A part of a whole between 0 and 1, for pictures. */
export function shareOfFull(points: string | null | undefined, full: string): number {
  const whole = unitsOf(full)
  return whole > 0 ? Math.min(1, Math.max(0, unitsOf(points) / whole)) : 0
}

/** Among the first how many per cent a place is, rounded up to a tenth so that nobody is told better than they are. */
export function topShare(place: number, of: number): string {
  return of > 0 ? `${Math.ceil((place * 1_000) / of) / 10}%` : ''
}
