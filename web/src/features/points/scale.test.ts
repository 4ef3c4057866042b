import { expect, test } from 'vitest'
import { heightAt } from './Scale'

test('the mark of an enterprise lies on the line', () => {
  const line = [[0, 0], [500, 1000], [1000, 1000]]
  expect(heightAt(line, 0)).toBe(0)
  expect(heightAt(line, 250)).toBe(500)
  expect(heightAt(line, 500)).toBe(1000)
  expect(heightAt(line, 1000)).toBe(1000)
  expect(heightAt([[0, 5]], 900)).toBe(5)
})
