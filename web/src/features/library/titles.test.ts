import { expect, test } from 'vitest'
import { askedOf, yearsBack } from './titles'

const TITLES = [
  { rung: 'tech-sme', name: '科技型中小企业', label: '科技型中小企业' },
  { rung: 'high-tech', name: '高新技术企业', label: '高新技术企业' },
]

test('a list is asked with what it knows and nothing else', () => {
  const address = { list: 'x', months: '6', year: '2025', left: 'true', state: 'missed', sort: '-on', cursor: 'x' }
  expect(askedOf('renewals', address, TITLES)).toEqual({ months: 6 })
  expect(askedOf('title-changes', address, TITLES)).toEqual({ year: 2025, left: true })
  expect(askedOf('annual-reports', address, TITLES)).toEqual({ rung: 'high-tech', year: 2025, state: 'missed' })
  expect(askedOf('annual-reports', { rung: 'tech-sme' }, TITLES)).toEqual({ rung: 'tech-sme' })
})

test('years go back from this one', () => {
  expect(yearsBack('2026-11-26', 3).map((one) => one.value)).toEqual(['2026', '2025', '2024'])
})
