import { describe, expect, it } from 'vitest'
import { stepsOf } from './moves'

describe('the steps of an application', () => {
  it('are an officer’s while it waits for an answer', () => {
    expect(stepsOf('submitted', false)).toEqual(['pass', 'ask', 'refuse'])
    expect(stepsOf('asked', false)).toEqual(['refuse'])
  })
  it('are the enterprise’s while more is asked for', () => {
    expect(stepsOf('submitted', true)).toEqual(['withdraw'])
    expect(stepsOf('asked', true)).toEqual(['answer', 'withdraw'])
  })
  it('end when it is decided', () => {
    for (const state of ['passed', 'refused', 'withdrawn'] as const) {
      expect([...stepsOf(state, true), ...stepsOf(state, false)]).toEqual([])
    }
  })
})
