import { expect, test } from 'vitest'
import { grouped, shareOf, ungrouped } from './values'

test('numbers are grouped and never rounded', () => {
  expect(['0', '999', '1000', '-1234567.8901', '12345678901234567890.5'].map(grouped)).toEqual([
    '0',
    '999',
    '1,000',
    '-1,234,567.8901',
    '12,345,678,901,234,567,890.5',
  ])
})

test('what is no number stays as it is', () => {
  expect(['2025-03-01', 'electronics', '', '1e5'].map(grouped)).toEqual(['2025-03-01', 'electronics', '', '1e5'])
})

test('what people group digits with is left out', () => {
  expect(['1,234.5', ' 1 000，000 ', '12'].map(ungrouped)).toEqual(['1234.5', '1000000', '12'])
})

test('a share of nothing is not a number', () => {
  expect([shareOf(1, 3), shareOf(0, 7), shareOf(0, 0)]).toEqual(['33.3%', '0.0%', '—'])
})
