import { expect, test } from 'vitest'
import { decisionFacts, yearOf } from './conflict'

test('a decision names who decided and when, in Beijing time', () => {
  expect(decisionFacts({ decided_by_name: '李强', decided_at: '2026-11-23T01:00:00Z' })).toEqual([
    ['裁定人', '李强'],
    ['裁定时间', '2026-11-23 09:00'],
  ])
  expect(decisionFacts({ decided_by_name: null, decided_at: '2026-11-23T01:00:00Z' })[0]).toEqual(['裁定人', '账号已删除'])
  expect(decisionFacts({ decided_by_name: null, decided_at: null })).toEqual([])
})

test('a value of no year says so', () => {
  expect([yearOf({ period: 2025 }), yearOf({ period: 0 })]).toEqual(['2025', '不分年度'])
})
