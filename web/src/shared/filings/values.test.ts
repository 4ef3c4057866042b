import { expect, test } from 'vitest'
import { isSame, plainNumber } from './values'

test.each([
  ['1,234.5', '1234.5'],
  ['１２３４．５', '1234.5'],
  ['１，２３４', '1234'],
  [' 12 ', '12'],
  ['-3', '-3'],
  ['12,34', '12,34'],
  ['1.2.3', '1.2.3'],
  ['无', '无'],
])('%s is read as %s', (typed, read) => {
  expect(plainNumber(typed)).toBe(read)
})

test('numbers are the same whatever their zeros, but missing is not zero', () => {
  expect(isSame('10', '10.0')).toBe(true)
  expect(isSame('010.50', '10.5')).toBe(true)
  expect(isSame('0', null)).toBe(false)
  expect(isSame(null, undefined)).toBe(true)
  expect(isSame('10', '10.01')).toBe(false)
  // Longer than a double can tell apart.
  expect(isSame('9007199254740993', '9007199254740992')).toBe(false)
})
