import { expect, test } from 'vitest'
import { codesIn } from './codes'

test('codes are found however they were pasted, each once', () => {
  expect(codesIn('91000000MA00000232\n91000000ma00000157, 91000000MA00000232；91000000MA0000031W、')).toEqual([
    '91000000MA00000232',
    '91000000MA00000157',
    '91000000MA0000031W',
  ])
  expect(codesIn(' \n ')).toEqual([])
})
