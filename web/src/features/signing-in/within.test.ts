import { expect, test } from 'vitest'
import { within } from './within'

test('after signing in one stays within the console', () => {
  expect(within('/users?name=x')).toBe('/users?name=x')
  for (const elsewhere of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?to=/']) {
    expect(within(elsewhere), String(elsewhere)).toBe('/')
  }
})
