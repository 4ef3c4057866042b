/** How far numbers lie apart, as a share of the greatest; for reading only, nothing is decided by it. */
export function gapOf(values: readonly (string | null | undefined)[]): string | null {
  const numbers = values.filter((value): value is string => typeof value === 'string').map(Number)
  if (numbers.length < 2 || numbers.some((one) => !Number.isFinite(one))) return null
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const whole = Math.max(Math.abs(least), Math.abs(most))
  return whole === 0 ? null : `${(((most - least) / whole) * 100).toFixed(1)}%`
}
