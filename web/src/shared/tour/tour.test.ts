import { expect, it } from 'vitest'
import type { Me } from '@/shared/api/types'
import { MENU } from '@/shared/layout/menu'
import { stopsOf } from './tour'
import { tourWords } from './words'

const person = (roles: string[], permissions: string[]) =>
  ({ roles, permissions: Object.fromEntries(permissions.map((name) => [name, 'zone'])) }) as unknown as Me

const ALL = MENU.flatMap(({ places }) => places)
const EVERYTHING = [...new Set(ALL.flatMap(({ needs }) => needs))]

it('has a word in both languages for every stop of every role', () => {
  const roles = ['centre-officer', 'zone-administrator', 'data-reviewer', 'rule-author', 'publisher', 'policy-officer', 'bank-officer', 'enterprise-user', 'auditor', 'system-administrator', 'security-administrator']
  for (const role of roles) {
    // Own places are hidden from those who see everybody's.
    for (const needs of [EVERYTHING, EVERYTHING.filter((name) => !['points:list', 'library:read'].includes(name))]) {
      for (const { to, text } of stopsOf(person([role], needs))) {
        expect(tourWords.zh[text], `${role} at ${to}`).toBeTruthy()
        expect(tourWords.en[text], `${role} at ${to}`).toBeTruthy()
      }
    }
    expect(stopsOf(person([role], EVERYTHING)).length, role).toBeGreaterThanOrEqual(3)
  }
})

it('leaves out places that a person does not have, and each place is visited once', () => {
  expect(stopsOf(person(['publisher'], ['run:list', 'points:list'])).map(({ to }) => to)).toEqual(['/runs', '/points'])
  const two = stopsOf(person(['publisher', 'auditor'], EVERYTHING)).map(({ to }) => to)
  expect(new Set(two).size).toBe(two.length)
})
