import { expect, test } from 'vitest'
import { dimensionOf, kindName, percent, shade } from './kinds'

test('an address that names no dimension asks for none', () => {
  expect(dimensionOf('park')).toBe('park')
  expect(dimensionOf('nonsense')).toBeUndefined()
  expect(dimensionOf(undefined)).toBeUndefined()
})

test('a kind is called by its name, else by its code; the unknown is said to be unknown', () => {
  expect(kindName({ code: 'growth', name: { zh: '成长期', en: 'Growth' } })).toBe('成长期')
  expect(kindName({ code: '东园', name: null })).toBe('东园')
  expect(kindName({ code: null, name: null })).toBe('未填报')
  expect(kindName({ code: null, name: null }, 'stage')).toBe('无法定阶段')
})

test('a share is shown in per cent, and a missing one is not nought', () => {
  expect(percent('0.2500')).toBe('25.0%')
  expect(percent(null)).toBe('—')
})

test('the least is light, the most is dark, and equal numbers are all light', () => {
  expect(shade(1, [1, 2, 3])).toBe(0)
  expect(shade(3, [1, 2, 3])).toBe(1)
  expect(shade(2, [2, 2])).toBe(0)
})
