import { expect, test } from 'vitest'
import { linesOf } from './changes'

test('changed fields are told with before and after, others as facts', () => {
  expect(linesOf({ name: ['旧', '新'], language: ['zh', 'zh'], roles: [null, ['publisher']], why: 'password', sessions_ended: 2 })).toEqual([
    { field: 'name', before: '旧', after: '新' },
    { field: 'roles', before: '—', after: 'publisher' },
    { field: 'why', value: 'password' },
    { field: 'sessions_ended', value: '2' },
  ])
})

test('nothing to tell is no line', () => {
  expect([linesOf({}), linesOf(null), linesOf('x')]).toEqual([[], [], []])
})

test('words of the platform are called as people call them', () => {
  const named = (field: string, value: string) => (field === 'roles' && value === 'publisher' ? '发布员' : value)
  expect(linesOf({ roles: [['auditor'], ['auditor', 'publisher']], why: 'publisher' }, named)).toEqual([
    { field: 'roles', before: 'auditor', after: 'auditor, 发布员' },
    { field: 'why', value: 'publisher' },
  ])
})
