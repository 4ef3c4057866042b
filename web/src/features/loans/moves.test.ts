import { expect, test } from 'vitest'
import { stepsOf } from './moves'

test('each party is offered its own steps, the usual one first', () => {
  expect(stepsOf('submitted', true)).toEqual(['accept', 'reject'])
  expect(stepsOf('reviewing', true)).toEqual(['propose', 'ask', 'reject'])
  expect(stepsOf('asked', false)).toEqual(['answer', 'withdraw'])
  expect(stepsOf('lent', true)).toEqual(['draw', 'repay', 'fall-due', 'settle'])
  expect(stepsOf('lent', false)).toEqual([])
  expect(stepsOf('settled', true)).toEqual([])
})
