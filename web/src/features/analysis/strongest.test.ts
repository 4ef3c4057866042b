import { expect, test } from 'vitest'
import { strongest } from './strongest'

test('the pair that goes together most is found, also where one rises as the other falls, and never one with itself', () => {
  const all = [
    ['1.0000', '0.3000', '-0.8000'],
    ['0.3000', '1.0000', null],
    ['-0.8000', null, '1.0000'],
  ]
  expect(strongest(all)).toEqual({ line: 2, column: 0, value: '-0.8000' })
  expect(strongest([['1.0000']])).toBeNull()
})
