const PLACES = 4
const UNIT = 10 ** PLACES

/** The exact sum of amounts as typed, at most four decimals; nothing when one of them is no number. */
export function sumText(typed: readonly string[]): string {
  let units = 0
  for (const text of typed) {
    const parts = /^(\d{1,7})(?:\.(\d{1,4}))?$/.exec(text.trim() || '0')
    if (!parts) return ''
    units += Number(parts[1]) * UNIT + Number((parts[2] ?? '').padEnd(PLACES, '0'))
  }
  const rest = String(units % UNIT).padStart(PLACES, '0').replace(/0+$/, '')
  return `${Math.floor(units / UNIT)}${rest && `.${rest}`}`
}
