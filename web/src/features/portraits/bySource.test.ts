import { expect, test } from 'vitest'
import type { ReportedValue } from '@/shared/api/types'
import { bySource } from './bySource'

function said(source: ReportedValue['source'], item: string, period: number | null, entered_at: string, more: Partial<ReportedValue> = {}): ReportedValue {
  return { source, item, period, entered_at, counts: true, value: '1', state: 'known', name: item, statement_id: item, batch_id: 'b', entered_by: 'u', ...more }
}

test('sources are counted by item, with their latest year and entry; what was replaced or is missing does not count', () => {
  const all = [
    said('tax', 'revenue', 2023, '2025-03-01T00:00:00Z'),
    said('tax', 'revenue', 2024, '2025-04-01T00:00:00Z'),
    said('tax', 'profit', 2024, '2025-03-15T00:00:00Z'),
    said('hr', 'staff', null, '2025-02-01T00:00:00Z'),
    said('hr', 'graduates', 2024, '2025-05-01T00:00:00Z', { counts: false }),
    said('ip', 'patents', 2024, '2025-05-01T00:00:00Z', { value: null }),
  ]
  expect(bySource(all)).toEqual([
    { source: 'tax', items: 2, period: 2024, newest: '2025-04-01T00:00:00Z' },
    { source: 'hr', items: 1, period: null, newest: '2025-02-01T00:00:00Z' },
  ])
})
