import { expect, test } from 'vitest'
import { around, differences } from './lines'

const MARK = { before: '-', after: '+', both: ' ' }
const told = (before: string, after: string) => differences(before, after).map(({ side, text }) => `${MARK[side]}${text}`)

test('what is common stays, the rest is taken out or put in', () => {
  expect(told('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([' a', '-b', '+x', ' c', '+d'])
  expect(told('a\n', 'a\n')).toEqual([' a'])
  expect(told('a', 'b')).toEqual(['-a', '+b'])
})

test('both texts can be put together again from what differs', () => {
  const [before, after] = ['1\n2\n3\n2\n1', '2\n3\n1\n1\n4']
  const lines = differences(before, after)
  const side = (mine: 'before' | 'after') => lines.filter((line) => line.side !== (mine === 'before' ? 'after' : 'before')).map(({ text }) => text).join('\n')
  expect(side('before')).toBe(before)
  expect(side('after')).toBe(after)
})

test('long stretches where nothing differs are left out', () => {
  const lines = differences('1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n5\nx')
  expect(around(lines, 1).map((line) => (line ? `${MARK[line.side]}${line.text}` : '…'))).toEqual(['…', ' 5', '-6', '+x'])
})
