import { expect, test } from 'vitest'
import { byCost } from './Comparison'
import type { MyOffer } from './OfferCard'

function offer(code: string, standing: MyOffer['standing'], net: string | null, within: boolean | null = true): MyOffer {
  return { product: { code }, standing, within, cost: net === null ? null : { net } } as unknown as MyOffer
}

test('the cheapest stands first; what is not lent so, or is beyond the limit, last; what is not open not at all', () => {
  const all = [
    offer('dear', 'eligible', '20000.5'),
    offer('not-so', 'eligible', null),
    offer('cheap', 'bank-check', '9000'),
    offer('beyond', 'eligible', '1', false),
    offer('closed', 'not-eligible', '1'),
    offer('unknown', 'cannot-tell', '1'),
  ]
  expect(byCost(all).map((one) => one.product.code)).toEqual(['cheap', 'dear', 'beyond', 'not-so'])
})
