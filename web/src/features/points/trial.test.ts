import { expect, test } from 'vitest'
import { addressOf, changesOf, reachOf, trialIn, tried, way } from './trial'

const input = (code: string, typed: string | null) => ({ code, typed, name: { zh: code }, indicators: [] })
const INPUTS = [input('rd_expense', '264'), input('staff', null)]

test('a trial stands in the address and comes back from it', () => {
  const trial = tried(tried({}, input('rd_expense', '264'), '500'), input('staff', null), '12')
  expect(addressOf(trial).toString()).toBe('rd_expense=500&staff=12')
  expect(trialIn(addressOf(trial), INPUTS)).toEqual(trial)
  expect(trialIn(new URLSearchParams('rd_expense=264&other=1'), INPUTS)).toEqual({})
})

test('a value typed back to what it is, is no trial', () => {
  expect(tried({ rd_expense: '500' }, input('rd_expense', '264'), '264')).toEqual({})
  expect(tried({ staff: '5' }, input('staff', null), '')).toEqual({})
})

test('nothing is missing, never zero', () => {
  expect(changesOf({ rd_expense: ' ', staff: '0' })).toEqual({ rd_expense: null, staff: '0' })
})

test('a slider reaches handy ends in handy steps', () => {
  expect(reachOf('264', ['643.05'])).toEqual({ min: 0, max: 1000, step: 2.5 })
  expect(reachOf('7', ['17'])).toEqual({ min: 0, max: 50, step: 1 })
  expect(reachOf(null, [])).toEqual({ min: 0, max: 10, step: 1 })
  expect(reachOf('-50', [])).toMatchObject({ min: -100, max: 100 })
})

test('more is up', () => {
  expect([way('2', '1'), way('1', '2'), way('1.0', '1')]).toEqual(['up', 'down', 'same'])
})
