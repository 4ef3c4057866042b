import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components, operations } from '@/shared/api/schema'
import { named } from '@/shared/dictionary/items'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Published } from '@/shared/points/published'
import { useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { Views, WithRun, yearOptions } from './Frame'
import { percent } from './kinds'
import { analysis } from './words'

type Robustness = components['schemas']['RobustnessOfRun']
type Interval = operations['list_intervals']['responses'][200]['content']['application/json']['items'][number]

/** How much of places and grades rests on the weights. */
export function RobustnessPage() {
  return <WithRun>{(chosen, all) => <Firm chosen={chosen} all={all} />}</WithRun>
}

function Firm({ chosen, all }: { chosen: Published; all: readonly Published[] }) {
  const t = analysis.use()
  const me = useMe()
  const scheme = useScheme(chosen.batch.scheme)
  const id = chosen.run.id
  const found = useQuery({
    queryKey: ['analysis', 'robustness', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/robustness', { params: { path: { id } }, signal })),
  })
  const query = ({ grade, sure }: Record<string, string>) => ({ ...(grade && { grade }), ...(sure && { sure: sure === 'true' }) })
  const list = async ({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) => {
    // Who writes rules sees what they do, not to whom.
    if (!may(me, 'points:list')) return { items: [], total: 0 }
    return good(api.GET('/api/v1/runs/{id}/intervals', { params: { path: { id }, query: { ...query(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = {
    formats: FORMATS,
    can: may(me, 'points:export') ? YES : no(t('exportNo')),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/runs/{id}/intervals/export', { params: { path: { id }, query: { ...query(filters), sort, format } }, parseAs: 'blob' })),
  }
  const columns: Column<Interval>[] = [
    { key: 'name', title: t('enterprise'), render: ({ name, participant_id: one }) => (one ? <Link to={`/points/${one}`}>{name}</Link> : name) },
    { key: 'credit_code', title: t('credit'), render: (one) => <code>{one.credit_code}</code>, still: true, hidden: true },
    { key: 'total', title: t('total'), render: (one) => one.total, number: true, still: true },
    { key: 'rank', title: t('rank'), render: (one) => one.rank, number: true, still: true, sort: 'rank' },
    { key: 'width', title: t('interval'), render: ({ best, worst }) => t('intervalOf', { best, worst }), number: true, still: true, sort: 'width' },
    { key: 'grade', title: t('grade'), render: (one) => one.grade, still: true },
    { key: 'keeps', title: t('keeps'), render: (one) => percent(one.keeps), number: true, still: true, sort: 'keeps' },
  ]
  return (
    <TablePage<Interval>
      name="intervals"
      scope={id}
      title={t('title')}
      about={t('about')}
      before={
        <div className="card">
          <Views />
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
          {found.isPending && <Loading />}
          {found.data && <Told of={found.data} />}
        </div>
      }
      search={[
        { name: 'run', label: t('run'), kind: 'choice', nothing: t('latest', { title: all[0]?.batch.title ?? '' }), options: yearOptions(all) },
        { name: 'grade', label: t('grade'), kind: 'choice', options: (scheme?.grades ?? []).map(({ code, name }) => ({ value: code, label: named(name) })) },
        { name: 'sure', label: t('sureFilter'), kind: 'choice', options: (['true', 'false'] as const).map((value) => ({ value, label: t(`sure.${value}`) })) },
      ]}
      columns={columns}
      usualSort="rank"
      list={list}
      rowKey={(one) => one.credit_code}
      exporting={exporting}
      empty={{ title: t(may(me, 'points:list') ? 'emptyMovers' : 'onlyTogether') }}
    >
      {found.data && <Grades of={found.data} />}
    </TablePage>
  )
}

function Told({ of }: { of: Robustness }) {
  const t = analysis.use()
  const all: [string, string][] = [
    [t('enterprises'), counted(of.enterprises)],
    [t('width'), of.width ? Number(of.width).toFixed(1) : '—'],
    [t('sure'), `${counted(of.sure)} (${shareOf(of.sure, of.enterprises)})`],
    [t('keptOfFirst', { first: of.first }), percent(of.kept_of_first)],
  ]
  return (
    <div className="stack">
      <p className="about">{t('robustAbout', { spread: percent(of.spread), draws: of.draws })}</p>
      <ul className="tallies">
        {all.map(([label, value]) => (
          <li key={label}>
            <span>{label}</span>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Grades({ of }: { of: Robustness }) {
  const t = analysis.use()
  type Grade = Robustness['grades'][number]
  const columns: Column<Grade>[] = [
    { key: 'grade', title: t('grade'), render: ({ grade }) => named(grade) },
    { key: 'enterprises', title: t('enterprises'), render: ({ enterprises }) => counted(enterprises), number: true },
    { key: 'sure', title: t('sureOf'), render: ({ sure, enterprises }) => `${counted(sure)} (${shareOf(sure, enterprises)})`, number: true },
  ]
  return (
    <Section title={t('sureGrades')}>
      <SaveTable title={t('sureGrades')}>
        <Rows label={t('sureGrades')} columns={columns} rows={of.grades} rowKey={({ grade }) => grade.zh} />
      </SaveTable>
    </Section>
  )
}

export { RobustnessPage as Component }
