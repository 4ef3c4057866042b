import { expect, test } from 'vitest'
import type { PointsAmongPeers } from '@/shared/api/types'
import { against, furthest } from './against'

function line(code: string, points: string | null, median: string | null, kind: PointsAmongPeers['class'] = 'base'): PointsAmongPeers {
  return { code, name: { zh: code }, class: kind, points, full: '10', spread: median === null ? null : { lower: '0', median, upper: '10' } }
}

const LINES = [line('a', '5', '3'), line('b', '1', '6'), line('c', '4', '4'), line('d', '9', '2'), line('fine', '3', '0', 'deduction'), line('e', '2', null), line('f', null, '3')]
const codes = (way: 'above' | 'below', most = 5) => furthest(against(LINES), way, most).map(({ line: { code } }) => code)

test('strengths are furthest above the median, weaknesses furthest below; what is equal is neither', () => {
  expect(codes('above')).toEqual(['d', 'a'])
  expect(codes('below')).toEqual(['b', 'fine'])
  expect(codes('above', 1)).toEqual(['d'])
})

test('a deduction of others is a strength of those who have none', () => {
  expect(furthest(against([line('x', '0', '2', 'deduction')]), 'above', 5)).toHaveLength(1)
})
