import type { CountedValue, FilingField } from '@/shared/api/types'

export type Said = CountedValue['said'][number]

/** What departments say about a field, without what the enterprise says of itself. */
export function departmentsOf(field: FilingField): Said[] {
  return (field.departments?.said ?? []).filter(({ source }) => source !== 'self')
}

/** Whether a department reports a known value. */
export function isReported(field: FilingField): boolean {
  return departmentsOf(field).some(({ value }) => typeof value === 'string')
}

/** The department's value that would count. */
export function reportedValue(field: FilingField): string | null {
  const known = departmentsOf(field).filter(({ value }) => typeof value === 'string')
  return (known.find(({ counts }) => counts) ?? known[0])?.value ?? null
}

const WIDE = 0xfee0

/** A number as people type it (１，２３４．５, 1,234.5) as the server reads it; anything else stays as it is. */
export function plainNumber(text: string): string {
  const narrow = [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0)
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - WIDE) : letter
    })
    .join('')
    .trim()
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(narrow) ? narrow.replace(/,/g, '') : narrow
}

/** Whether two decimal texts are the same number: `10` and `10.0` are. */
export function isSame(left: string | null | undefined, right: string | null | undefined): boolean {
  if (left === null || left === undefined || right === null || right === undefined) return (left ?? null) === (right ?? null)
  return canonical(left) === canonical(right)
}

function canonical(text: string): string {
  const parts = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return text
  const rest = (parts[3] ?? '').replace(/0+$/, '')
  return (parts[1] ?? '') + (parts[2] ?? '') + (rest ? `.${rest}` : '')
}
