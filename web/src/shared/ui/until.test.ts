import { expect, test } from 'vitest'
import { daysBetween } from './Until'

test('days are counted over months and leap years', () => {
  expect(daysBetween('2026-11-28', '2026-12-31')).toBe(33)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-12-31', '2026-12-31')).toBe(0)
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
})
