import { expect, test } from 'vitest'
import { atMinute, atSecond, beginningOf, endOf, today } from './time'

test('times are Beijing times, wherever the reader sits', () => {
  expect(atMinute('2026-11-23T16:05:09Z')).toBe('2026-11-24 00:05')
  expect(atSecond('2026-11-23T01:00:07Z')).toBe('2026-11-23 09:00:07')
  expect(today(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

test('a day is as long as a day in Beijing', () => {
  expect(new Date(beginningOf('2026-11-23')).toISOString()).toBe('2026-11-22T16:00:00.000Z')
  expect(endOf('2026-12-31')).toBe('2026-12-31T16:00:00.000Z')
})

test('what is no time is shown as it is', () => {
  expect(atMinute('soon')).toBe('soon')
})
