import { expect, test } from 'vitest'
import type { Item } from '@/shared/api/types'
import { Dictionary } from '@/shared/dictionary/items'
import { linesOf } from './lines'

const item = (code: string, zh: string, categories: [string, string][] = []): Item => ({
  code,
  name: { zh },
  kind: 'text',
  yearly: false,
  register: true,
  values: true,
  meaning: '',
  categories: categories.map(([key, name]) => ({ code: key, name: { zh: name } })),
})
const dictionary = new Dictionary([item('park', '园区'), item('tech_field', '技术领域', [['materials', '新材料']])])

test('an edit by hand names what changed, from what to what', () => {
  expect(linesOf({ park: [null, '东园'], field: [null, 'materials'], status: ['active', 'dormant'] }, dictionary)).toEqual([
    '园区：空 → 东园',
    '技术领域：空 → 新材料',
    '登记状态：存续 → 歇业',
  ])
})

test('an edit by import reads the same', () => {
  expect(linesOf([{ item: 'park', before: '西园', after: '东园' }], dictionary)).toEqual(['园区：西园 → 东园'])
})

test('grounds and days are told; what says nothing to people is not', () => {
  expect(linesOf({ on: '2026-11-01', reason: '迁往外地', label_id: 'x', certificate: null }, dictionary)).toEqual(['日期：2026-11-01', '依据：迁往外地'])
  expect(linesOf({}, dictionary)).toEqual([])
})
