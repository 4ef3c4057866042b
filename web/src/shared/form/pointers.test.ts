import { expect, test } from 'vitest'
import { Refused, Unreachable } from '@/shared/api/problem'
import { fieldOf, problemsByField } from './pointers'

function refused(...errors: { pointer: string; detail: string }[]) {
  return new Refused({ type: '', title: 'x', status: 422, code: 'not-accepted', instance: '1', errors })
}

test('a pointer leads to the field of the form', () => {
  expect(['/name', '/roles/0', '?from', '', '/a/b/c'].map(fieldOf)).toEqual(['name', 'roles', 'from', '', 'a'])
})

test('all problems of a field stand together, each once', () => {
  const problems = problemsByField(
    refused({ pointer: '/roles/0', detail: 'wrong' }, { pointer: '/roles/1', detail: 'wrong' }, { pointer: '/name', detail: 'empty' }),
  )
  expect([...problems]).toEqual([['roles', ['wrong']], ['name', ['empty']]])
})

test('fields that are called otherwise in the form are found', () => {
  expect([...problemsByField(refused({ pointer: '/new', detail: 'short' }), { new: 'password' })]).toEqual([['password', ['short']]])
})

test('what is no refusal names no field', () => {
  expect(problemsByField(new Unreachable(null)).size).toBe(0)
})
