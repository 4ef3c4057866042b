import type { components } from '@/shared/api/schema'
import { points } from './words'

type LookedUp = components['schemas']['LookedUp']

/** What was looked up as a table that spreadsheets open: codes stay texts, and nothing typed becomes a formula. */
export function csvOf({ found, not_found }: LookedUp): Blob {
  const t = points.say
  const head = [t('enterprise'), t('credit'), t('total'), t('grade'), t('stage'), t('rank'), t('stageRank'), t('field'), t('park'), t('withheld'), t('why')]
  const rows = found.map((one) => [one.name, one.credit_code, one.total, one.grade, one.stage, one.rank, one.stage_rank, one.field, one.park, one.withheld, ''])
  const missing = not_found.map(({ code, why }) => ['', code, '', '', '', '', '', '', '', '', t(`why.${why}`)])
  const lines = [head, ...rows, ...missing].map((row) => row.map((value) => cell(value)).join(','))
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' })
}

/** One value of a table; what a spreadsheet would take for a formula is marked as text. */
export function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
