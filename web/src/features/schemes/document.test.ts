import { expect, test } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { add, edited, nameAt, read, scalarOf, set, setName, typedAt } from '@/shared/drafts/document'
import { fullAt, kindAt, KINDS, listAt, pillarsOf, remove, setAdjusted, setFull, setKind, setList } from './document'

const FOLDER = new URL('../../../../rules/schemes/', import.meta.url)
const shipped = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))

const TEXT = `# 一个方案
code: a # 代码
name: {zh: 甲, en: A}
stages:
  - {code: s, when: 营业收入 < 500万元}
  - {code: g, when: 营业收入 >= 500万元}
pillars:
  - code: p
    name: 投入
    indicators:
      # 研发费用
      - code: rd
        full: {s: 10, g: 9} # 满分
        rule:
          bands:
            - {below: 3, award: 0%}
            - {from: 3, award: 100%}
      - code: staff
        full: 6
        rule: {linear: {low: 18, high: 30, base: 60%}}
`

test.each(shipped)('%s says the same after a change that changes nothing', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  const again = edited(text, () => {})
  expect(read(again).toJS()).toEqual(read(text).toJS())
  const remarks = (one: string) => one.split('\n').filter((line) => line.trim().startsWith('#')).map((line) => line.trim())
  expect(remarks(again)).toEqual(remarks(text))
  expect(edited(again, () => {})).toBe(again)
})

test('a change of one number leaves every other line alone', () => {
  const now = edited(TEXT, (doc) => setFull(doc, ['pillars', 0, 'indicators', 0], 'g', '8.5', ['s', 'g']))
  const [before, after] = [TEXT.split('\n'), now.split('\n')]
  expect(after.filter((line, at) => line !== before[at])).toEqual(['        full: {s: 10, g: 8.5} # 满分'])
})

test('one number for all stages becomes one for each', () => {
  const path = ['pillars', 0, 'indicators', 1]
  expect(fullAt(read(TEXT), path, 's')).toBe('6')
  const now = edited(TEXT, (doc) => setFull(doc, path, 'g', '4', ['s', 'g']))
  expect(now).toContain('full: {s: 6, g: 4}')
})

test('what is typed is written as a rule file writes it', () => {
  const check = (typed: string, written: string | number | boolean) => expect(scalarOf(typed)).toBe(written)
  check('10', 10)
  check('0.5', 0.5)
  check('-3', -3)
  check('true', true)
  // These would not come back as they were typed.
  check('1.50', '1.50')
  check('007', '007')
  check('12345678901234567890', '12345678901234567890')
  check('2026.1795741934506', '2026.1795741934506')
  check('1e3', '1e3')
  check('40%', '40%')
  check('营业收入', '营业收入')
})

test('a text in quotes stays one', () => {
  expect(edited('version: "2025.1"\n', (doc) => set(doc, ['version'], '2026.2'))).toBe('version: "2026.2"\n')
})

test('names are one text or one for each language', () => {
  const both = edited(TEXT, (doc) => {
    setName(doc, [], 'zh', '乙')
    setName(doc, ['pillars', 0], 'en', 'Input')
  })
  const doc = read(both)
  expect([nameAt(doc, [], 'zh'), nameAt(doc, [], 'en')]).toEqual(['乙', 'A'])
  expect([nameAt(doc, ['pillars', 0], 'zh'), nameAt(doc, ['pillars', 0], 'en')]).toEqual(['投入', 'Input'])
})

test('pillars are found at any depth', () => {
  const nested = edited(TEXT, (doc) => add(doc, ['pillars', 0, 'pillars'], { code: 'q', indicators: [{ code: 'x', full: 1 }] }, false))
  expect(pillarsOf(read(nested)).map(({ code, depth, indicators }) => [code, depth, indicators.map((one) => one.code)])).toEqual([
    ['p', 0, ['rd', 'staff']],
    ['q', 1, ['x']],
  ])
})

test('a rule changes its kind and keeps one key', () => {
  const path = ['pillars', 0, 'indicators', 0, 'rule']
  for (const kind of KINDS) {
    const now = edited(TEXT, (doc) => setKind(doc, path, kind))
    expect(kindAt(read(now), path), kind).toBe(kind)
    expect(Object.keys(read(now).getIn(path, true) ? (read(now).toJS() as { pillars: { indicators: { rule: object }[] }[] }).pillars[0]?.indicators[0]?.rule ?? {} : {})).toEqual([kind])
  }
  expect(kindAt(read(TEXT), ['pillars', 0, 'indicators', 1, 'rule'])).toBe('linear')
  expect(kindAt(read('rule: 3'), ['rule'])).toBeUndefined()
})

test('entries come and go; an empty list goes too', () => {
  const more = edited(TEXT, (doc) => add(doc, ['grades'], { code: 'A', name: 'A级', at_least: 80 }))
  expect(more).toContain('grades:\n  - {code: A, name: A级, at_least: 80}')
  expect(edited(more, (doc) => remove(doc, ['grades', 0]))).toBe(TEXT)
  const lists = edited(TEXT, (doc) => setList(doc, ['peers'], ['stage', 'field']))
  expect(listAt(read(lists), ['peers'])).toEqual(['stage', 'field'])
  expect(edited(lists, (doc) => setList(doc, ['peers'], []))).toBe(TEXT)
})

test('nothing typed takes the key away, and a comment beside a value stays', () => {
  const now = edited(TEXT, (doc) => set(doc, ['code'], 'b'))
  expect(now).toContain('code: b # 代码')
  expect(typedAt(read(edited(TEXT, (doc) => set(doc, ['code'], ''))), ['code'])).toBe('')
})

test('inherited full points are adjusted beside the scheme that is extended', () => {
  const now = edited('extends: base.yaml\n', (doc) => setAdjusted(doc, 'rd', { s: '10', g: '9' }, 'g', '12'))
  expect(now).toBe('extends: base.yaml\nadjust:\n  rd:\n    full: {s: 10, g: 12}\n')
})

test('a text with mistakes of form is not touched', () => {
  expect(edited('a: [', (doc) => set(doc, ['b'], '1'))).toBe('a: [')
})
