import { expect, test } from 'vitest'
import { difference, pointsOf, shareOfFull, topShare, unitsOf } from './numbers'

test('points are exact in ten-thousandths and back', () => {
  for (const text of ['0', '62.1334', '0.0001', '100', '-3.5']) expect(pointsOf(unitsOf(text))).toBe(text)
  expect(unitsOf('—')).toBe(0)
})

test.each([
  ['65.584', '62.1334', '+3.4506'],
  ['60', '62.5', '-2.5'],
  ['62.10', '62.1', '0'],
])('%s after %s is %s', (after, before, told) => {
  expect(difference(after, before)).toBe(told)
})

test('a place is among the first so many per cent, never told better than it is', () => {
  expect(topShare(3, 80)).toBe('3.8%')
  expect(topShare(1, 276)).toBe('0.4%')
  expect(topShare(276, 276)).toBe('100%')
  expect(topShare(1, 0)).toBe('')
})

test('a share of full points stays between nothing and all', () => {
  expect(shareOfFull('4.5', '9')).toBe(0.5)
  expect(shareOfFull('12', '9')).toBe(1)
  expect(shareOfFull(null, '9')).toBe(0)
  expect(shareOfFull('1', '0')).toBe(0)
})
