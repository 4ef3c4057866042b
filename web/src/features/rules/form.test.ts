import { expect, test } from 'vitest'
import { edited, read, setNameIn } from '@/shared/drafts/document'
import { addCondition, addPart, compareBy, comparisonOf, entries, isAmount, put, remove } from './form'

const TEXT = `# a comment
conditions:
  - {code: "1", name: {zh: 甲, en: A}, value: 营业收入, at_least: 1万元} # beside it
  - code: "2"
    any: [{holds: 高企}]
  - {code: "3", name: 丙, value: 登记状态, one_of: [active]}
award:
  parts:
    - {code: rd, name: 研发, amount: {history: {2025-01-01: 1万元}}}
issuer: 科技局
`

test('the form changes what it knows and leaves the rest', () => {
  const doc = read(TEXT)
  expect(entries(doc, ['conditions']).map(({ path }) => comparisonOf(doc, path))).toEqual(['at_least', null, null])
  expect(isAmount(doc, ['award', 'parts', 0])).toBe(false)
  expect(edited(TEXT, (to) => compareBy(to, ['conditions', 0], 'below'))).toBe(TEXT.replace('at_least', 'below'))
  expect(edited(TEXT, (to) => setNameIn(to, ['issuer'], 'zh', '发改局'))).toBe(TEXT.replace('issuer: 科技局', 'issuer: {zh: 发改局}'))
})

test('what is cleared keeps its place and can be typed again', () => {
  const cleared = edited(TEXT, (to) => put(to, ['conditions', 0, 'at_least'], ''))
  expect(comparisonOf(read(cleared), ['conditions', 0])).toBe('at_least')
  expect(edited(cleared, (to) => put(to, ['conditions', 0, 'at_least'], '1万元'))).toBe(TEXT)
})

test('entries are added with a code of their own, and taken out', () => {
  const longer = edited(TEXT, (to) => addCondition(to))
  expect(longer).toContain('code: "4"')
  expect(edited(longer, (to) => remove(to, { path: ['conditions', 3], at: 3 }))).toBe(TEXT)
  expect(edited(TEXT, (to) => addPart(to, ['award', 'parts']))).toContain('code: part-2')
})
