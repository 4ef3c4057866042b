import { expect, test } from 'vitest'
import { labelled } from './marks'

const at = (...places: number[]) => places.map((place) => ({ at: place }))

test('labels that would lie on each other give way to those that matter, then to the ends', () => {
  expect(labelled(at(0, 40, 500, 980, 1000), 100, () => false)).toEqual(at(0, 500, 1000))
  expect(labelled(at(0, 40, 500, 980, 1000), 100, (mark) => mark.at === 980)).toEqual(at(0, 500, 980))
  expect(labelled(at(300), 100, () => false)).toEqual(at(300))
  expect(labelled([], 100, () => true)).toEqual([])
})
