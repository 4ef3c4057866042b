import { expect, test } from 'vitest'
import { asPercent, asShare } from './share'

test.each([
  ['5', '0.05'],
  ['0', '0'],
  ['0.5', '0.005'],
  ['12.25', '0.1225'],
  ['100', '1'],
  [' 10 ', '0.1'],
])('%s per cent are %s, exactly, and back', (percent, share) => {
  expect(asShare(percent)).toBe(share)
  expect(asPercent(share)).toBe(percent.trim())
})

test.each(['', '101', '-1', '5%', 'a', '1e2', '1.'])('%s is no share', (percent) => {
  expect(asShare(percent)).toBeNull()
})
