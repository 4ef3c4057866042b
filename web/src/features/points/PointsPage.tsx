import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { PointsRow } from '@/shared/api/types'
import { named, useDictionary } from '@/shared/dictionary/items'
import { SavedFilters } from '@/shared/filters/SavedFilters'
import { may, no, useMe, YES } from '@/shared/me/me'
import { resultWords } from '@/shared/results/words'
import { useScheme } from '@/shared/schemes/schemes'
import { download, FORMATS } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { asked, FLAGS } from './asked'
import { Portraits } from './Portraits'
import { usePointsColumns } from './columns'
import { publishedQuery, type Published } from '@/shared/points/published'
import { points } from './words'

/** Finds enterprises of a published year by what they got. */
export function PointsPage() {
  const t = points.use()
  const found = useQuery(publishedQuery)
  const [address] = useSearchParams()
  const chosen = found.data?.find(({ run }) => run.id === address.get('run')) ?? found.data?.[0]
  if (chosen && found.data) return <Listed all={found.data} chosen={chosen} />
  return (
    <Page title={t('title')} about={t('about')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Empty title={t('none')} about={t('noneAbout')} />}
    </Page>
  )
}

function Listed({ all, chosen }: { all: readonly Published[]; chosen: Published }) {
  const t = points.use()
  const me = useMe()
  const [address] = useSearchParams()
  const path = { id: chosen.run.id }
  const list = ({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) =>
    good(api.GET('/api/v1/runs/{id}/points', { params: { path, query: { ...asked(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
  const exporting = {
    formats: FORMATS,
    can: may(me, 'points:export') ? YES : no(t('exportNo')),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/points/export', { params: { path, query: { ...asked(filters), sort, format } }, parseAs: 'blob' })),
  }
  return (
    <TablePage<PointsRow>
      name="points"
      scope={chosen.run.id}
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Link className="action-link" to={`/points/lookup?run=${chosen.run.id}`}>
            {t('lookUp')}
          </Link>
          {/* Another search is another wish. */}
          {may(me, 'points:export') && <Portraits key={address.toString()} run={chosen.run.id} />}
        </>
      }
      search={useSearchFields(all, chosen)}
      columns={usePointsColumns()}
      usualSort="rank"
      list={list}
      rowKey={(one) => one.credit_code}
      exporting={exporting}
      empty={{ title: t('empty') }}
      before={<SavedFilters list="points" query={asked(Object.fromEntries(address.entries()))} addressOf={(query) => addressOf(query, address.get('run'))} />}
    />
  )
}

/** The list of a kept query, of the year that is looked at. */
function addressOf(query: URLSearchParams, run: string | null): string {
  const address = new URLSearchParams(query)
  if (run) address.set('run', run)
  return `/points?${address.toString()}`
}

function useSearchFields(all: readonly Published[], chosen: Published): SearchField[] {
  const t = points.use()
  const r = resultWords.use()
  const dictionary = useDictionary()
  const scheme = useScheme(chosen.batch.scheme)
  const coded = (codes: readonly { code: string; name: { zh: string; en?: string | null } }[] = []) =>
    codes.map(({ code, name }) => ({ value: code, label: named(name) }))
  return [
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'run', label: t('run'), kind: 'choice', nothing: t('latest', { title: all[0]?.batch.title ?? '' }), options: all.slice(1).map(({ run, batch }) => ({ value: run.id, label: batch.title })) },
    { name: 'stage', label: t('stage'), kind: 'choice', options: coded(scheme?.stages) },
    { name: 'grade', label: t('grade'), kind: 'choice', options: coded(scheme?.grades) },
    { name: 'field', label: t('field'), kind: 'choice', options: dictionary.options('tech_field') },
    { name: 'park', label: t('park'), kind: 'text' },
    { name: 'industry', label: t('industry'), kind: 'text' },
    { name: 'size', label: t('size'), kind: 'choice', options: dictionary.options('size_class') },
    { name: 'label', label: t('label'), kind: 'text' },
    { name: 'from', label: t('from'), kind: 'text' },
    { name: 'to', label: t('to'), kind: 'text' },
    { name: 'flag', label: t('flag'), kind: 'choice', options: FLAGS.map((flag) => ({ value: flag, label: r(`flag.${flag}`) })) },
    {
      name: 'withheld',
      label: t('withheld'),
      kind: 'choice',
      options: [
        { value: 'true', label: t('withheldOnly') },
        { value: 'false', label: t('withheldNone') },
      ],
    },
  ]
}

export { PointsPage as Component }
