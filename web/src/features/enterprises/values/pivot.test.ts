import { expect, test } from 'vitest'
import type { CountedValue, ReportedValue } from '@/shared/api/types'
import { NO_YEAR, pivot } from './pivot'

const said = (item: string, period: number | null, source: ReportedValue['source'], value: string | null): ReportedValue => ({
  item,
  name: item,
  period,
  source,
  value,
  state: value === null ? 'missing' : value === '0' ? 'zero' : 'known',
  counts: true,
  statement_id: `${item}-${source}`,
  batch_id: 'b',
  entered_by: 'p',
  entered_at: '2026-01-01T00:00:00Z',
})
const counted = (item: string, period: number, value: string | null, standing: CountedValue['standing']): CountedValue => ({ item, period, value, standing, said: [] })

test('items stand by year, the latest first, those of no year last', () => {
  const { years, rows } = pivot([said('staff', 2024, 'hr', '12'), said('staff', 2025, 'hr', '15'), said('park', null, 'market', '东园')])
  expect(years).toEqual([2025, 2024, NO_YEAR])
  expect(rows.map(({ item }) => item)).toEqual(['staff', 'park'])
  expect(rows[0]?.cells.get(2025)).toMatchObject({ value: '15', state: 'known', sources: 1, standing: null })
})

test('of several sources the value that counts is shown, with how it came to count', () => {
  const values = [said('rd', 2025, 'tax', '100'), said('rd', 2025, 'torch', '120')]
  const cell = pivot(values, [counted('rd', 2025, '120', 'decided')]).rows[0]?.cells.get(2025)
  expect(cell).toMatchObject({ value: '120', sources: 2, standing: 'decided' })
})

test('missing is never zero, and zero is never missing', () => {
  const state = (value: string | null) => pivot([said('rd', 2025, 'tax', value)]).rows[0]?.cells.get(2025)?.state
  expect([state(null), state('0'), state('0.5')]).toEqual(['missing', 'zero', 'known'])
  const disputed = pivot([said('rd', 2025, 'tax', '5')], [counted('rd', 2025, null, 'disputed')]).rows[0]?.cells.get(2025)
  expect(disputed).toMatchObject({ value: null, state: 'missing', standing: 'disputed' })
})

test('a source that has nothing does not hide one that has something', () => {
  const cell = pivot([said('rd', 2025, 'tax', null), said('rd', 2025, 'torch', '7')]).rows[0]?.cells.get(2025)
  expect(cell).toMatchObject({ value: '7', state: 'known', sources: 2 })
})
