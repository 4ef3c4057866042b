import { expect, test } from 'vitest'
import { branches, sourcesOf, toneOf } from './verdict'

test('rungs stand in branches, each on the one below', () => {
  const rung = (code: string, ...after: string[]) => ({ rung: code, after })
  const drawn = branches([
    rung('tech-sme'),
    rung('high-tech', 'tech-sme'),
    rung('tech-leader', 'high-tech'),
    rung('innovative'),
    rung('specialised', 'innovative'),
    rung('gazelle'),
  ])
  expect(drawn.map((branch) => branch.map((one) => one.rung))).toEqual([
    ['tech-sme', 'high-tech', 'tech-leader'],
    ['innovative', 'specialised'],
    ['gazelle'],
  ])
})

test('a line shows the sources of the items it looks at', () => {
  const source = { name: '', period: 2025, value: '1', source: 'tax', import_id: null, row: null } as const
  const found = sourcesOf({ items: ['staff'] }, [
    { ...source, item: 'staff' },
    { ...source, item: 'rd_expense' },
  ])
  expect(found.map((one) => one.item)).toEqual(['staff'])
})

test('what is computed has a tone of its own', () => {
  expect(['meets', 'needs-data', 'fails'].map((verdict) => toneOf(verdict as 'meets'))).toEqual(['good', 'wait', 'bad'])
})
