import { expect, test } from 'vitest'
import type { Filing, FilingField, Participant } from '@/shared/api/types'
import { canObject, isWritable, placeToCorrect, withCell } from './ownData'

function participant(id: string, year: number, batch: string, state: string): Participant {
  return { id, state, batch: { year, state: batch } } as unknown as Participant
}

const published = participant('p-2024', 2024, 'published', 'frozen')
const open = participant('p-2025', 2025, 'open', 'draft')
const sent = participant('p-2026', 2026, 'open', 'submitted')

test('data are corrected in the year that is being collected', () => {
  expect(placeToCorrect([published, open, sent], 'p-2024')).toBe(open)
})

test('where nothing is collected, the year that is shown can be objected to', () => {
  expect(placeToCorrect([published, sent], 'p-2024')).toBe(published)
  expect(placeToCorrect([], undefined)).toBeUndefined()
})

test.each([
  ['open', 'draft', true],
  ['open', 'returned', true],
  ['open', 'submitted', false],
  ['frozen', 'draft', false],
] as const)('an evaluation %s and a filing %s: writable %s', (batch, state, expected) => {
  expect(isWritable(participant('x', 2025, batch, state))).toBe(expected)
})

test('a draft is saved as a whole', () => {
  const filing = { fields: [{ item: 'staff', own: { value: '5' } }, { item: 'sales_revenue', own: null }] } as unknown as Filing
  expect(withCell(filing, 'sales_revenue', { value: '7' })).toEqual({ staff: { value: '5' }, sales_revenue: { value: '7' } })
  expect(withCell(filing, 'staff', { value: '6' })).toEqual({ staff: { value: '6' } })
})

test('what nobody reported cannot be objected to, nor twice', () => {
  const said = { source: 'science', value: '5' }
  const field = (objection: boolean, values: unknown[]) => ({ objection, departments: { said: values } }) as unknown as FilingField
  const filing = { participant: published } as unknown as Filing
  expect(canObject(filing, field(false, [said]))).toBe(true)
  expect(canObject(filing, field(true, [said]))).toBe(false)
  expect(canObject(filing, field(false, []))).toBe(false)
  expect(canObject({ participant: participant('x', 2020, 'closed', 'frozen') } as unknown as Filing, field(false, [said]))).toBe(false)
})
