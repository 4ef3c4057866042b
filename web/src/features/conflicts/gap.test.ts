import { expect, test } from 'vitest'
import { gapOf } from './gap'

test('the gap is a share of the greatest number', () => {
  expect(gapOf(['100', '120'])).toBe('16.7%')
  expect(gapOf(['-50', '50'])).toBe('200.0%')
  expect(gapOf(['0', '7'])).toBe('100.0%')
})

test('what cannot be compared has no gap', () => {
  expect([gapOf(['100', null]), gapOf(['materials', 'energy']), gapOf(['0', '0']), gapOf([])]).toEqual([null, null, null, null])
})
