import { expect, test } from 'vitest'
import type { Me } from '@/shared/api/types'
import { menuOf, placeOf } from './menu'

function menu(...permissions: string[]): string[] {
  const me = { permissions: Object.fromEntries(permissions.map((name) => [name, 'zone'])) } as unknown as Me
  return menuOf(me).flatMap((group) => group.places.map(({ label }) => label))
}

test('without permissions one sees only what is one’s own', () => {
  expect(menu()).toEqual(['profile', 'sessions', 'tokens', 'help'])
})

test('who decides sees the queue once, who reads sees it by another name', () => {
  expect(menu('registration:list', 'registration:decide')).toContain('registrations')
  expect(menu('registration:list', 'registration:decide')).not.toContain('registrationsRead')
  expect(menu('registration:list')).toContain('registrationsRead')
})

test('an address belongs to the most particular place', () => {
  expect(placeOf('/me/tokens')?.label).toBe('tokens')
  expect(placeOf('/me')?.label).toBe('profile')
  expect(placeOf('/users/42')?.label).toBe('users')
  expect(placeOf('/elsewhere')).toBeUndefined()
})

test('what several roles call differently is called as in one’s own menu', () => {
  const bank = { permissions: { 'consent:list': 'organisation', 'disclosure:read': 'organisation' } } as unknown as Me
  expect(placeOf('/consents/42', bank)?.label).toBe('bankConsents')
  const zone = { permissions: { 'consent:list': 'zone' } } as unknown as Me
  expect(placeOf('/consents', zone)?.label).toBe('consents')
})
