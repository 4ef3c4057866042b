import { expect, test } from 'vitest'
import { byInformation, rateOf, shared, side } from './validity'

test('of growth the good are counted, of loans the bad, and the interval turns with them', () => {
  const band = { good_share: '0.9000', low: '0.8000', high: '0.9500' }
  expect(rateOf(band, 'growth')).toEqual({ value: 0.9, low: 0.8, high: 0.95 })
  const { value, low, high } = rateOf(band, 'overdue')
  expect([value, low, high].map((one) => one?.toFixed(4))).toEqual(['0.1000', '0.0500', '0.2000'])
  expect(rateOf({ good_share: null, low: null, high: null }, 'default')).toEqual({ value: null, low: null, high: null })
})

test('an interval that holds one half says nothing', () => {
  expect(side({ auc_low: '0.5100', auc_high: '0.6' })).toBe(1)
  expect(side({ auc_low: '0.3', auc_high: '0.4999' })).toBe(-1)
  expect(side({ auc_low: '0.4', auc_high: '0.6' })).toBe(0)
  expect(side({ auc_low: null, auc_high: null })).toBe(0)
})

test('what tells most comes first, the unknown last', () => {
  const one = (iv: string | null) => ({ predictor: { iv } })
  expect(byInformation([one(null), one('0.1'), one('0.5'), one('0.0')]).map(({ predictor }) => predictor.iv)).toEqual(['0.5', '0.1', '0.0', null])
  expect([shared(0.125), shared(null)]).toEqual(['12.5%', '—'])
})
