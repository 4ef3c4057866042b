import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { useDictionary } from '@/shared/dictionary/items'
import { SavedFilters } from '@/shared/filters/SavedFilters'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { AssignDialog } from './AssignDialog'
import { Note, VerdictBadge } from './Badges'
import { runsQuery } from './runs'
import { LISTS, type Library, type Standing, type Verdict } from './verdict'
import { library } from './words'

const VERDICTS: readonly Verdict[] = ['meets', 'promising', 'needs-officer', 'needs-data', 'fails']
type List = (typeof LISTS)[number]

/** What a list is asked with, out of the address. */
function asked(filters: Record<string, string>, rungs: Library['rungs']) {
  const { list, n, verdict, missing, park, search, on, review } = filters
  return {
    rung: filters.rung ?? rungs[0]?.rung ?? '',
    list: (list ?? 'near') as List,
    ...(n && { n: Number(n) }),
    ...(verdict && { verdict: verdict as Verdict }),
    ...(missing && { missing }),
    ...(park && { park }),
    ...(search && { search }),
    ...(on && { on }),
    ...(filters.field && { field: filters.field }),
    ...(review && { review: review === 'true' }),
  }
}

/** The lists of a rung. */
export function ListPage() {
  const t = library.use()
  const runs = useQuery(runsQuery(may(useMe(), 'run:list')))
  const [address] = useSearchParams()
  const run = address.get('run') ?? runs.data?.[0]?.id
  const on = address.get('on')
  const query = on ? { on } : {}
  const found = useQuery({
    queryKey: ['library', run, on ?? '', false],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/library', { params: { path: { id: run ?? '' }, query }, signal })),
    enabled: run !== undefined,
  })
  if (runs.data?.length === 0) {
    return (
      <Page title={t('list')}>
        <Empty title={t('none')} about={t('noneAbout')} />
      </Page>
    )
  }
  if (found.data && run) return <Listed run={run} shown={found.data} />
  return (
    <Page title={t('list')}>
      <ProblemAlert error={found.error ?? runs.error} onRetry={() => void found.refetch()} />
      {!found.error && !runs.error && <Loading />}
    </Page>
  )
}

function Listed({ run, shown }: { run: string; shown: Library }) {
  const t = library.use()
  const me = useMe()
  const dictionary = useDictionary()
  const [address] = useSearchParams()
  const [assigning, setAssigning] = useState(false)
  const rung = shown.rungs.find((one) => one.rung === address.get('rung')) ?? shown.rungs[0]
  const chosen = (address.get('list') ?? 'near') as List
  const path = { id: run }
  const items = useQuery({
    queryKey: ['library', run, 'missing', rung?.rung],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/runs/{id}/missing-items', { params: { path, query: { rung: rung?.rung ?? '', on: shown.on } }, signal })),
    enabled: rung !== undefined,
  })
  const list = ({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) =>
    good(api.GET('/api/v1/runs/{id}/standings', { params: { path, query: { ...asked(filters, shown.rungs), sort, limit, ...(cursor && { cursor }) } }, signal }))
  const search: SearchField[] = [
    { name: 'rung', label: t('rung'), kind: 'choice', options: shown.rungs.map((one) => ({ value: one.rung, label: one.name })), usual: rung?.rung ?? '' },
    { name: 'list', label: t('whom'), kind: 'choice', options: LISTS.map((value) => ({ value, label: t(`list.${value}`) })), usual: 'near' },
    { name: 'n', label: t('n'), kind: 'choice', options: ['1', '2', '3'].map((value) => ({ value, label: t('items', { count: value }) })), usual: '1' },
    {
      name: 'missing',
      label: t('missingItem'),
      kind: 'choice',
      options: (items.data ?? []).map((item) => ({ value: item.key, label: t('missingCount', { name: item.name, count: item.enterprises }) })),
    },
    { name: 'verdict', label: t('verdict'), kind: 'choice', options: VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) })) },
    { name: 'park', label: t('park'), kind: 'text' },
    { name: 'field', label: t('field'), kind: 'choice', options: dictionary.options('tech_field') },
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'on', label: t('on'), kind: 'day' },
    { name: 'run', label: t('data'), kind: 'choice', options: [{ value: run, label: t('inYear', { year: shown.year }) }], usual: run },
  ]
  const exporting = {
    formats: FORMATS,
    can: may(me, 'library:export') ? YES : no(t('assignNo')),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/standings/export', { params: { path, query: { ...asked(filters, shown.rungs), sort, format } }, parseAs: 'blob' })),
  }
  const phones = {
    formats: [{ format: 'xlsx', label: t('phone') }],
    can: may(me, 'library:contacts') ? YES : no(t('phoneNo')),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/phone-list', { params: { path, query: { ...asked(filters, shown.rungs), sort, format } }, parseAs: 'blob' })),
  }
  const saved = (
    <SavedFilters
      list="standings"
      query={asked(Object.fromEntries(address.entries()), shown.rungs)}
      addressOf={(query) => `/library/list?${new URLSearchParams([['run', run], ...query.entries()]).toString()}`}
    />
  )
  const can = may(me, 'task:assign') ? YES : no(t('assignNo'))
  const actions = (
    <>
      <Link to={`/library?run=${run}`}>{t('back')}</Link>
      <ActionButton type="primary" can={can} onClick={() => setAssigning(true)}>
        {t('assign')}
      </ActionButton>
    </>
  )
  return (
    <>
      <TablePage<Standing>
        name="standings"
        title={t('listTitle', { name: rung?.name ?? '', list: t(`list.${chosen}`) })}
        about={t('listAbout')}
        actions={actions}
        search={search}
        columns={useStandingColumns(run, shown.on)}
        usualSort="gap"
        list={list}
        rowKey={(one) => one.credit_code}
        exporting={exporting}
        alsoExporting={phones}
        empty={{ title: t('emptyList') }}
        before={saved}
      >
        <Note text={shown.note} />
      </TablePage>
      {assigning && (
        <AssignDialog
          run={run}
          list={asked(Object.fromEntries(address.entries()), shown.rungs)}
          onClose={() => setAssigning(false)}
        />
      )}
    </>
  )
}

function useStandingColumns(run: string, on: string): Column<Standing>[] {
  const t = library.use()
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      render: (one) =>
        one.enterprise_id ? <Link to={`/library/enterprises/${one.enterprise_id}?run=${run}&on=${on}`}>{one.name}</Link> : one.name,
    },
    { key: 'credit_code', title: t('creditCode'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code>, hidden: true },
    { key: 'park', title: t('park'), render: (one) => one.park, hidden: true },
    { key: 'verdict', title: t('verdict'), render: (one) => <VerdictBadge verdict={one.verdict} />, still: true },
    { key: 'short', title: t('short'), sort: 'gap', render: (one) => one.short, number: true },
    { key: 'gap', title: t('gap'), render: (one) => one.gap && `${one.gap}%`, number: true },
    { key: 'lacking', title: t('lacking'), render: (one) => one.lacking },
    { key: 'missing', title: t('missing'), render: (one) => one.missing.join('、') },
    { key: 'points', title: t('points'), sort: 'points', render: (one) => <Points one={one} />, still: true },
    {
      key: 'held',
      title: t('held'),
      render: (one) => one.recognised && (one.valid_to ? t('until', { day: one.valid_to }) : t('yes')),
      still: true,
    },
  ]
}

function Points({ one }: { one: Pick<Standing, 'points_low' | 'points_high'> }) {
  const t = library.use()
  if (!one.points_low || !one.points_high) return null
  return one.points_low === one.points_high ? t('exactly', { low: one.points_low }) : t('range', { low: one.points_low, high: one.points_high })
}

export { ListPage as Component }
