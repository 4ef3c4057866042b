import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { Figure } from '@/shared/charts/Figure'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import { publishedQuery } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { drafting } from './draftWords'
import { TwoHistograms } from './TwoHistograms'
import type { Trial, TrialMover, Whole } from './types'

const DIMENSIONS = ['stage', 'field', 'size', 'park', 'industry'] as const
type Dimension = (typeof DIMENSIONS)[number]

/** A scheme on the values of a frozen year, beside the scheme of that year. */
export function TrialView({ whole, saved }: { whole: Whole; saved: boolean }) {
  const t = drafting.use()
  const [run, setRun] = useState<string | undefined>(undefined)
  const [by, setBy] = useState<Dimension>('stage')
  const [runId, byId] = [useId(), useId()]
  const runs = useQuery(publishedQuery)
  const own = (runs.data ?? []).filter(({ batch }) => batch.zone_id === whole.zone_id)
  const trial = useQuery({
    queryKey: ['schemes', 'trial', whole.id, whole.version, run, by],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/scheme-drafts/{id}/trial', { params: { path: { id: whole.id }, query: { by, ...(run && { run }) } }, signal })),
    enabled: whole.sound && own.length > 0,
    placeholderData: (before) => before,
  })
  if (!whole.sound) return <p className="about">{t('trialProblems')}</p>
  if (runs.data && own.length === 0) return <Empty title={t('trialNone')} about={t('trialNoneAbout')} />
  return (
    <>
      <p className="note">
        {t('trialAbout')} {!saved && t('trialUnsaved')}
      </p>
      <div className="questions">
        <div className="field-inline">
          <label htmlFor={runId}>{t('year')}</label>
          <Choice id={runId} value={run} onChange={setRun} nothing={t('latest')} options={own.slice(1).map((one) => ({ value: one.run.id, label: one.batch.title }))} />
        </div>
        <div className="field-inline">
          <label htmlFor={byId}>{t('by')}</label>
          <Choice id={byId} always value={by} onChange={(value) => setBy((value as Dimension | undefined) ?? 'stage')} options={DIMENSIONS.map((value) => ({ value, label: t(`by.${value}`) }))} />
        </div>
      </div>
      <ProblemAlert error={trial.error} onRetry={() => void trial.refetch()} />
      {trial.isPending && <Loading />}
      {trial.data && <Told of={trial.data} dimmed={trial.isFetching} />}
    </>
  )
}

function Told({ of, dimmed }: { of: Trial; dimmed: boolean }) {
  const t = drafting.use()
  const c = common.use()
  const percent = (share: string | null | undefined) => (share ? `${(Number(share) * 100).toFixed(1)}%` : '—')
  return (
    <div className={dimmed ? 'dimmed' : undefined} aria-busy={dimmed}>
      <Facts
        facts={[
          [t('both'), counted(of.both)],
          [t('up'), counted(of.up)],
          [t('down'), counted(of.down)],
          [t('moves'), of.moves ?? '—'],
          [t('agreement'), of.agreement ?? '—'],
          [t('kept'), percent(of.kept_of_first)],
          [t('restaged'), counted(of.restaged)],
        ]}
      />
      {of.not_collected.length > 0 && (
        <p className="note">
          {t('notCollected')}: {of.not_collected.map(named).join(c('comma'))}
        </p>
      )}
      <Sides of={of} />
      <Groups of={of} />
      <Idle of={of} />
      <Movers title={t('winners')} rows={of.winners} />
      <Movers title={t('losers')} rows={of.losers} />
    </div>
  )
}

type Side = Trial['before'] & { side: string }

function Sides({ of }: { of: Trial }) {
  const t = drafting.use()
  const rows: Side[] = [
    { ...of.before, side: `${t('side.before')} · ${of.before.scheme}` },
    { ...of.after, side: `${t('side.after')} · ${of.after.scheme}` },
  ]
  const columns: Column<Side>[] = [
    { key: 'side', title: t('side'), render: ({ side }) => side },
    { key: 'scored', title: t('scored'), render: ({ scored }) => counted(scored), number: true },
    { key: 'withheld', title: t('withheld'), render: ({ withheld }) => counted(withheld), number: true },
    { key: 'unstaged', title: t('unstaged'), render: ({ unstaged }) => counted(unstaged), number: true },
    { key: 'lower', title: t('lower'), render: ({ lower }) => lower ?? '—', number: true },
    { key: 'median', title: t('median'), render: ({ median }) => median ?? '—', number: true },
    { key: 'upper', title: t('upper'), render: ({ upper }) => upper ?? '—', number: true },
  ]
  const says = t('histogramSays', { before: of.before.median ?? '—', after: of.after.median ?? '—' })
  const bins = of.before.histogram.map((before, at) => ({ from: `${at * 5}%`, before, after: of.after.histogram[at] ?? 0 }))
  const table = (
    <Rows
      label={t('sides')}
      rows={bins}
      rowKey={({ from }) => from}
      columns={[
        { key: 'from', title: t('share'), render: ({ from }) => from },
        { key: 'before', title: t('side.before'), render: ({ before }) => counted(before), number: true },
        { key: 'after', title: t('side.after'), render: ({ after }) => counted(after), number: true },
      ]}
    />
  )
  const grades: Column<Trial['grades'][number]>[] = [
    { key: 'grade', title: t('grade'), render: ({ name }) => named(name) },
    { key: 'before', title: t('side.before'), render: ({ before }) => (before === null || before === undefined ? '—' : counted(before)), number: true },
    { key: 'after', title: t('side.after'), render: ({ after }) => (after === null || after === undefined ? '—' : counted(after)), number: true },
  ]
  return (
    <>
      <h3 className="board-heading">{t('sides')}</h3>
      <Figure title={t('sides')} says={says} saved={t('sides')} table={table} legend={<Legend />}>
        <TwoHistograms bins={bins} />
      </Figure>
      <Rows label={t('sides')} columns={columns} rows={rows} rowKey={({ side }) => side} />
      {of.grades.length > 0 && (
        <>
          <h3 className="board-heading">{t('grades')}</h3>
          <Rows label={t('grades')} columns={grades} rows={of.grades} rowKey={({ code }) => code} />
        </>
      )}
    </>
  )
}

function Legend() {
  const t = drafting.use()
  return (
    <>
      <span className="legend-plain">{t('side.before')}</span>
      <span className="legend-bar">{t('side.after')}</span>
    </>
  )
}

function Groups({ of }: { of: Trial }) {
  const t = drafting.use()
  const columns: Column<Trial['groups'][number]>[] = [
    { key: 'kind', title: t('group'), render: ({ kind }) => (kind.name ? named(kind.name) : (kind.code ?? t('unknown'))) },
    { key: 'enterprises', title: t('enterprises'), render: ({ enterprises }) => counted(enterprises), number: true },
    { key: 'up', title: t('up'), render: ({ up }) => counted(up), number: true },
    { key: 'down', title: t('down'), render: ({ down }) => counted(down), number: true },
    { key: 'gain', title: t('gain'), render: ({ gain }) => gain ?? '—', number: true },
  ]
  return (
    <>
      <h3 className="board-heading">{t('groups')}</h3>
      <Rows label={t('groups')} columns={columns} rows={of.groups} rowKey={({ kind }) => kind.code ?? ''} />
    </>
  )
}

function Idle({ of }: { of: Trial }) {
  const t = drafting.use()
  const columns: Column<Trial['idle'][number]>[] = [
    { key: 'name', title: t('idle'), render: ({ name }) => named(name) },
    { key: 'stage', title: t('by.stage'), render: ({ stage }) => named(stage) },
    { key: 'known', title: t('known'), render: ({ known }) => (known ? `${(Number(known) * 100).toFixed(1)}%` : '—'), number: true },
  ]
  return (
    <>
      <h3 className="board-heading">{t('idle')}</h3>
      <p className="about">{of.idle.length > 0 ? t('idleAbout') : t('idleNone')}</p>
      {of.idle.length > 0 && <Rows label={t('idle')} columns={columns} rows={of.idle} rowKey={({ code, stage }) => `${code} ${stage.zh}`} />}
    </>
  )
}

function Movers({ title, rows }: { title: string; rows: TrialMover[] }) {
  const t = drafting.use()
  if (rows.length === 0) return null
  const columns: Column<TrialMover>[] = [
    { key: 'name', title: t('enterprises'), render: ({ name, participant_id }) => (participant_id ? <Link to={`/points/${participant_id}`}>{name}</Link> : name) },
    { key: 'place', title: t('place'), render: ({ rank, place }) => t('placeMoved', { before: rank ?? '—', after: place }), number: true, still: true },
    { key: 'gain', title: t('gain'), render: ({ gain }) => (gain > 0 ? `+${gain}` : gain), number: true },
    { key: 'points', title: t('points'), render: ({ total, points }) => t('placeMoved', { before: total ?? '—', after: points }), number: true, still: true },
  ]
  return (
    <>
      <h3 className="board-heading">{title}</h3>
      <Rows label={title} columns={columns} rows={rows} rowKey={({ enterprise_id }) => enterprise_id ?? ''} />
    </>
  )
}
