import type { ReactNode } from 'react'
import type { components, paths } from '@/shared/api/schema'

/** The lists of what authorities say; each has a table of its own. */
export const TITLE_LISTS = ['renewals', 'title-changes', 'annual-reports'] as const
export type TitleList = (typeof TITLE_LISTS)[number]

export type Title = components['schemas']['LadderTitle']
export type Change = paths['/api/v1/organisations/{id}/title-changes']['get']['responses'][200]['content']['application/json']['items'][number]
export type Report = paths['/api/v1/organisations/{id}/annual-reports']['get']['responses'][200]['content']['application/json']['items'][number]
export type Renewal = paths['/api/v1/organisations/{id}/renewals']['get']['responses'][200]['content']['application/json']['items'][number]

export interface TitleTable {
  zone: string
  titles: readonly Title[]
  actions: ReactNode
  before: ReactNode
}

type Filters = Record<string, string>

export function askedRenewals({ months, label, lapsed }: Filters) {
  return { ...(months && { months: Number(months) }), ...(label && { label }), ...(lapsed && { lapsed: lapsed === 'true' }) }
}

export function askedChanges({ rung, year, change, left, park, search }: Filters) {
  return {
    ...(rung && { rung }),
    ...(year && { year: Number(year) }),
    ...(change && { change: change as Change['change'] }),
    ...(left && { left: left === 'true' }),
    ...(park && { park }),
    ...(search && { search }),
  }
}

export function askedReports({ rung, year, state, park, search }: Filters, titles: readonly Title[]) {
  return {
    // Of all titles the high-tech certificate asks for yearly reports under a sanction: that one stands first.
    rung: rung ?? titles.find((one) => one.rung === 'high-tech')?.rung ?? titles[0]?.rung ?? '',
    ...(year && { year: Number(year) }),
    ...(state && { state: state as Report['state'] }),
    ...(park && { park }),
    ...(search && { search }),
  }
}

/** What a list is asked with. */
export function askedOf(list: TitleList, filters: Filters, titles: readonly Title[]): Record<string, string | number | boolean> {
  if (list === 'renewals') return askedRenewals(filters)
  return list === 'title-changes' ? askedChanges(filters) : askedReports(filters, titles)
}

/** Years to choose from, the latest first. */
export function yearsBack(today: string, count: number): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: count }, (_, back) => String(year - back)).map((value) => ({ value, label: value }))
}
