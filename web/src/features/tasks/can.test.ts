import { expect, test } from 'vitest'
import { nextOf } from './can'

test('a promise is kept or broken, it is not taken back to a call', () => {
  expect(nextOf('promised')).not.toContain('contacted')
})

test('what is over can only be taken up again', () => {
  expect([nextOf('done'), nextOf('given-up')]).toEqual([['open'], ['open']])
})
