import { expect, test } from 'vitest'
import type { Import } from '@/shared/api/types'
import { sized } from '@/shared/files/sized'
import { headerOf, meantTwice, outcomeOf } from './read'

const sent = (columns: unknown, outcome: unknown = {}) => ({ columns, outcome }) as unknown as Import

test('columns stand in the order of the sheet, matched or not', () => {
  const columns = [
    { letter: 'AA', heading: '研发费用(千元)', item: 'rd_expense', unit: '千元' },
    { letter: 'B', heading: '名称', item: 'name', unit: null },
  ]
  const skipped = [{ letter: 'C', heading: '研发费', suggestion: 'rd_expense' }]
  const header = headerOf(sent({ sheet: '数据', columns, skipped, problems: [] }))
  expect(header.columns.map(({ letter, item }) => [letter, item])).toEqual([['B', 'name'], ['C', ''], ['AA', 'rd_expense']])
  expect(header.columns[1]?.suggestion).toBe('rd_expense')
})

test('before a check there is no outcome; after it missing counts are zero', () => {
  expect(outcomeOf(sent({}))).toBeNull()
  expect(outcomeOf(sent({}, { rows: 3, created: 2, rejected: 1 }))).toMatchObject({ rows: 3, created: 2, changed: 0, rejected: 1, code: null, rate: null })
  expect(outcomeOf(sent({}, { code: 'file-not-understood', problems: [{ reason: '打不开' }] }))).toMatchObject({ rows: 0, code: 'file-not-understood', problems: [{ reason: '打不开' }] })
})

test('why nothing was stored is told where it was not about the file', () => {
  const detail = '批次在导入期间已冻结，未写入任何数据。'
  expect(outcomeOf(sent({}, { code: 'wrong-state', detail }))).toMatchObject({ code: 'wrong-state', why: detail })
  expect(outcomeOf(sent({}, { code: 'internal-error' }))?.why).toBeNull()
})

test('two columns may not mean the same', () => {
  expect(meantTwice(['name', '', 'rd_expense', '', 'name', 'name'])).toEqual(['name'])
})

test('sizes are told in the unit that fits', () => {
  expect([12, 2048, 5 << 20].map(sized)).toEqual(['12 B', '2.0 KB', '5.0 MB'])
})
