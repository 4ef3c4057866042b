import { expect, test } from 'vitest'
import { backward, onward, readList, restarted, sortedBy, writeList } from './state'

const read = (address: string) => readList(new URLSearchParams(address), ['name', 'state'], 'name')
const written = (address: string) => writeList(read(address), 'name').toString()

test('an address without parameters is the usual list', () => {
  expect(read('')).toEqual({ filters: {}, sort: 'name', limit: 20, cursor: undefined, before: [] })
  expect(written('')).toBe('')
})

test('a list is the same after writing it into the address and reading it', () => {
  const address = 'name=%E7%8E%8B&state=active&sort=-created_at&limit=50&cursor=c2&before=-.c1'
  expect(readList(writeList(read(address), 'name'), ['name', 'state'], 'name')).toEqual(read(address))
})

test('what the list does not know is not taken for a filter', () => {
  expect(read('colour=red&limit=7&name=').filters).toEqual({})
  expect(read('limit=7').limit).toBe(20)
})

test('pages go on and back again', () => {
  const first = read('')
  const second = onward(first, 'c1')
  const third = onward(second, 'c2')
  expect(third).toMatchObject({ cursor: 'c2', before: ['-', 'c1'] })
  expect(backward(third)).toEqual(second)
  expect(backward(second)).toEqual(first)
  expect(backward(read('cursor=c9')).cursor).toBeUndefined()
})

test('the address does not grow without end', () => {
  let state = read('')
  for (let page = 0; page < 100; page += 1) state = onward(state, `c${page}`)
  expect(state.before.length).toBeLessThan(25)
})

test('another filter or order begins at the first page', () => {
  const second = onward(read('name=x'), 'c1')
  expect(restarted(second, { sort: '-name' })).toMatchObject({ cursor: undefined, before: [], sort: '-name', filters: { name: 'x' } })
  expect([sortedBy('name', 'name'), sortedBy('-name', 'name'), sortedBy('login', 'name')]).toEqual(['-name', 'name', 'name'])
})
