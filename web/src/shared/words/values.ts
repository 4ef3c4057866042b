/** Exact decimal text with separators of thousands; nothing is rounded, and a text that is no number stays as it is. */
export function grouped(text: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', rest = ''] = parts
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

/** What people type of a number, without what they group its digits with. */
export function ungrouped(text: string): string {
  return text.replace(/[,，\s]/g, '')
}

/** A share of a whole in per cent, with one digit behind the point. */
export function shareOf(part: number, whole: number): string {
  return whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '—'
}
