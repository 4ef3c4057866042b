import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components, operations } from '@/shared/api/schema'
import { named } from '@/shared/dictionary/items'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Published } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { useAsked, View, Views, WithRun, yearOptions } from './Frame'
import { analysis } from './words'

type Movements = components['schemas']['MovementsOfPoints']
type Passage = components['schemas']['Passage']
type Mover = operations['list_movers']['responses'][200]['content']['application/json']['items'][number]

/** Who moves between two published years. */
export function MovementsPage() {
  return <WithRun>{(chosen, all) => <Chosen chosen={chosen} all={all} />}</WithRun>
}

function Chosen({ chosen, all }: { chosen: Published; all: readonly Published[] }) {
  const t = analysis.use()
  const [asked] = useAsked()
  const others = all.filter(({ run, batch }) => run.id !== chosen.run.id && batch.zone_id === chosen.batch.zone_id)
  // As a rule the year before; for the first year the one after it.
  const usual = others.find(({ batch }) => batch.year < chosen.batch.year) ?? others[others.length - 1]
  const other = others.find(({ run }) => run.id === asked('with')) ?? usual
  if (other) return <Moved chosen={chosen} all={all} other={other} others={others} />
  return (
    <View all={all} questions={null}>
      <Empty title={t('withNone')} about={t('withNoneAbout')} />
    </View>
  )
}

interface Props {
  chosen: Published
  all: readonly Published[]
  other: Published
  others: readonly Published[]
}

function Moved({ chosen, all, other, others }: Props) {
  const t = analysis.use()
  const me = useMe()
  const id = chosen.run.id
  const found = useQuery({
    queryKey: ['analysis', 'movements', id, other.run.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/movements', { params: { path: { id }, query: { with: other.run.id } }, signal })),
  })
  const query = ({ direction, restaged }: Record<string, string>) => ({
    with: other.run.id,
    ...((direction === 'up' || direction === 'down') && { direction: direction as 'up' | 'down' }),
    ...(restaged && { restaged: restaged === 'true' }),
  })
  const list = async ({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) => {
    // Who writes rules sees what they do, not to whom.
    if (!may(me, 'points:list')) return { items: [], total: 0 }
    return good(api.GET('/api/v1/runs/{id}/movers', { params: { path: { id }, query: { ...query(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = {
    formats: FORMATS,
    can: may(me, 'points:export') ? YES : no(t('exportNo')),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/movers/export', { params: { path: { id }, query: { ...query(filters), sort, format } }, parseAs: 'blob' })),
  }
  const choices = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${name}.${value}` as 'direction.up') }))
  return (
    <TablePage<Mover>
      name="movers"
      scope={`${id} ${other.run.id}`}
      title={t('title')}
      about={t('about')}
      before={
        <div className="card">
          <Views />
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
          {found.isPending && <Loading />}
          {found.data && <Counts of={found.data} />}
        </div>
      }
      search={[
        { name: 'run', label: t('run'), kind: 'choice', nothing: t('latest', { title: all[0]?.batch.title ?? '' }), options: yearOptions(all) },
        { name: 'with', label: t('with'), kind: 'choice', nothing: other.batch.title, options: others.filter((one) => one !== other).map(({ run, batch }) => ({ value: run.id, label: batch.title })) },
        { name: 'direction', label: t('direction'), kind: 'choice', options: choices('direction', ['up', 'down']) },
        { name: 'restaged', label: t('restaged'), kind: 'choice', options: choices('restaged', ['true', 'false']) },
      ]}
      columns={useColumnsOfMovers()}
      usualSort="-change"
      list={list}
      rowKey={(one) => one.credit_code}
      exporting={exporting}
      empty={{ title: t(may(me, 'points:list') ? 'emptyMovers' : 'onlyTogether') }}
    >
      {found.data && (
        <>
          <Passages title={t('stagesTitle')} of={found.data.stages} />
          <Passages title={t('gradesTitle')} of={found.data.grades} />
        </>
      )}
    </TablePage>
  )
}

function Counts({ of }: { of: Movements }) {
  const t = analysis.use()
  const all: [string, string][] = [
    [t('both'), counted(of.both)],
    [t('up'), counted(of.up)],
    [t('down'), counted(of.down)],
    [t('same'), counted(of.same)],
    [t('came'), counted(of.came)],
    [t('went'), counted(of.went)],
    [t('meanChange'), signed(of.mean)],
    [t('medianChange'), signed(of.median)],
  ]
  return (
    <ul className="tallies">
      {all.map(([label, count]) => (
        <li key={label}>
          <span>{label}</span>
          <strong>{count}</strong>
        </li>
      ))}
    </ul>
  )
}

/** A change as people read it: what is more has a plus. */
function signed(change: string | number | null | undefined): string {
  if (change === null || change === undefined) return '—'
  return Number(change) > 0 ? `+${change}` : String(change)
}

function Passages({ title, of }: { title: string; of: readonly Passage[] }) {
  const t = analysis.use()
  const name = (one: Passage['before']) => (one ? named(one) : t('nothing'))
  const columns: Column<Passage>[] = [
    { key: 'before', title: t('before'), render: ({ before }) => name(before) },
    { key: 'after', title: t('after'), render: ({ after }) => name(after) },
    { key: 'enterprises', title: t('enterprises'), render: ({ enterprises }) => counted(enterprises), number: true },
  ]
  return (
    <Section title={title}>
      <SaveTable title={title}>
        <Rows label={title} columns={columns} rows={of} rowKey={({ before, after }) => `${name(before)} ${name(after)}`} />
      </SaveTable>
    </Section>
  )
}

function useColumnsOfMovers(): Column<Mover>[] {
  const t = analysis.use()
  const both = (before: string | number | null | undefined, after: string | number | null | undefined) =>
    before === after ? (after ?? t('nothing')) : `${before ?? t('nothing')} → ${after ?? t('nothing')}`
  return [
    { key: 'name', title: t('enterprise'), render: ({ name, participant_id: id }) => (id ? <Link to={`/points/${id}`}>{name}</Link> : name) },
    { key: 'credit_code', title: t('credit'), render: (one) => <code>{one.credit_code}</code>, still: true, hidden: true },
    { key: 'total', title: t('total'), render: (one) => both(one.before, one.total), number: true, still: true },
    { key: 'change', title: t('change'), render: (one) => signed(one.change), number: true, still: true, sort: 'change' },
    { key: 'rank', title: t('rank'), render: (one) => both(one.rank_before, one.rank), number: true, still: true },
    { key: 'climb', title: t('climb'), render: (one) => signed(one.climb), number: true, still: true, sort: 'climb' },
    { key: 'stage', title: t('stage'), render: (one) => both(one.stage_before, one.stage) },
    { key: 'grade', title: t('grade'), render: (one) => both(one.grade_before, one.grade) },
  ]
}

export { MovementsPage as Component }
