import { expect, test } from 'vitest'
import { sumText } from './sums'

test('amounts are added exactly', () => {
  const check = (typed: string[], sum: string) => expect(sumText(typed)).toBe(sum)
  check(['0.1', '0.2'], '0.3')
  check(['10', '9', '8.5', ''], '27.5')
  check(['99.9999', '0.0001'], '100')
  check([], '0')
  // What is no number has no sum.
  check(['10', 'x'], '')
  check(['10.12345'], '')
  check(['-1'], '')
})
