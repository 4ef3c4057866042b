import { expect, test } from 'vitest'
import { cell } from './csv'

test.each([
  ['星火', '星火'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['=1+1', "'=1+1"],
  [-3, '-3'],
  [null, ''],
])('%s is written %s', (value, written) => {
  expect(cell(value)).toBe(written)
})
