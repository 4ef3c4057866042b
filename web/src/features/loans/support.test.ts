import { expect, test } from 'vitest'
import type { LoanPage } from '@/shared/api/types'
import { moneyFor, stepsFor } from './support'

type Seen = Pick<LoanPage, 'state' | 'steps' | 'support'>

const FILED: Seen['steps'] = [{ kind: 'file', made_at: '2026-11-28T00:00:00Z' }]
const paid = (kind: 'compensate' | 'subsidise'): Seen['support'] => [{ kind, fund_name: '', amount: '1', on: '2026-11-28' }]

test('a zone recommends before the bank decides, and files before the loan is overdue, once', () => {
  const steps = (state: Seen['state'], done: Seen['steps'] = []) => stepsFor({ state, steps: done })
  expect(steps('submitted')).toEqual(['recommend', 'guarantee'])
  expect(steps('approved')).toEqual(['guarantee'])
  expect(steps('signed')).toEqual(['guarantee', 'file'])
  expect(steps('lent')).toEqual(['file'])
  expect(steps('lent', FILED)).toEqual([])
  expect(steps('overdue')).toEqual([])
})

test('only a filed loan that is overdue is compensated, and only what was paid comes back', () => {
  const money = (state: Seen['state'], steps: Seen['steps'] = [], support: Seen['support'] = []) => moneyFor({ state, steps, support })
  expect(money('overdue')).toEqual([])
  expect(money('overdue', FILED)).toEqual(['compensate'])
  expect(money('settled', FILED, paid('compensate'))).toEqual(['recover', 'subsidise'])
  expect(money('lent')).toEqual(['subsidise'])
  expect(money('overdue', [], paid('subsidise'))).toEqual(['give-back'])
})
