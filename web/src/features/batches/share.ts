/** What was typed as per cent, as the exact share the server keeps (`5` is `0.05`); null when it is none. */
export function asShare(percent: string): string | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent.trim())
  if (!parts) return null
  const [, whole = '', rest = ''] = parts
  const digits = whole.padStart(3, '0')
  const share = `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${rest}`.replace(/\.?0+$/, '')
  return Number(share) <= 1 ? share : null
}

/** The exact share as per cent. */
export function asPercent(share: string): string {
  const [whole = '0', rest = ''] = share.split('.')
  const digits = rest.padEnd(2, '0')
  const after = digits.slice(2).replace(/0+$/, '')
  return `${Number(whole + digits.slice(0, 2))}${after ? `.${after}` : ''}`
}
