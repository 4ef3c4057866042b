import { expect, test } from 'vitest'
import { moved, placed, without } from './groups'

test('a group goes one place ahead, and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 1)).toEqual(['b', 'a', 'c'])
})

test('a group is taken out, put in the place of another, or added behind', () => {
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
  expect(placed(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c'])
  expect(placed(['a'], 1, 'x')).toEqual(['a', 'x'])
})
