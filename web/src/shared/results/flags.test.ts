import { expect, test } from 'vitest'
import { flagsOf, lostPoints } from './flags'

test('bits are the remarks of the engine', () => {
  expect(flagsOf(0)).toEqual([])
  expect(flagsOf(1)).toEqual(['missing'])
  expect(flagsOf(4 + 8)).toEqual(['zero', 'capped'])
  expect(flagsOf(256)).toEqual(['not-applicable'])
})

test.each([
  ['10', '7.5', '2.5'],
  ['10', '10', '0'],
  ['0.3', '0.1', '0.2'],
  ['0', '3.25', '-3.25'],
  ['8', '0.0001', '7.9999'],
])('of %s, %s had: %s lost', (full, points, lost) => {
  expect(lostPoints(full, points)).toBe(lost)
})
