import { useQueries, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { components } from '@/shared/api/schema'
import { Figure } from '@/shared/charts/Figure'
import { Histogram } from '@/shared/charts/Histogram'
import { Trend } from '@/shared/charts/Trend'
import { named } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { publishedQuery, type Published } from '@/shared/points/published'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { atMinute, counted } from '@/shared/words/time'
import { Bars } from './Bars'
import { EVERY, runningQuery, spreadQuery, topQuery } from './asked'
import { screen } from './words'

type Spread = components['schemas']['DistributionOfPoints']

/** 数据大屏: a year at a glance for a wall, with the numbers of the analysis, anew by itself. */
export function ScreenPage() {
  const t = screen.use()
  const c = common.use()
  const me = useMe()
  const found = useQuery({ ...publishedQuery, refetchInterval: EVERY })
  useEffect(() => {
    document.title = `${t('title')} · ${c('product')}`
  }, [t, c])
  const latest = found.data?.[0]
  const year = useQuery({ ...spreadQuery(latest?.run.id ?? '', 'stage'), enabled: latest !== undefined })
  return (
    <main className="screen">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <p>
          {me.organisation.name} {latest && `· ${latest.batch.title}`}
        </p>
        <div className="actions">
          {year.dataUpdatedAt > 0 && <span role="status">{t('at', { at: atMinute(new Date(year.dataUpdatedAt).toISOString()) })}</span>}
          <Button onClick={() => void document.documentElement.requestFullscreen?.()}>{t('full')}</Button>
          <Link className="action-link" to="/analysis">
            {t('back')}
          </Link>
        </div>
      </header>
      <ProblemAlert error={found.error ?? year.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && !latest && <Empty title={t('none')} />}
      {latest && found.data && (
        <div className="screen-grid">
          {year.data && <Counts of={year.data} />}
          {year.data && <Picture of={year.data} />}
          {year.data && <Kinds title={t('stages')} of={year.data} />}
          <Years all={found.data} />
          <Grades run={latest.run.id} />
          <Fields run={latest.run.id} />
          <Top run={latest.run.id} />
          <Running />
        </div>
      )}
    </main>
  )
}

function Counts({ of: { all } }: { of: Spread }) {
  const t = screen.use()
  const facts: [string, string][] = [
    [t('enterprises'), counted(all.enterprises)],
    [t('scored'), counted(all.scored)],
    [t('median'), all.median ?? '—'],
    [t('mean'), all.mean ?? '—'],
    [t('withheld'), counted(all.withheld)],
    [t('unstaged'), counted(all.unstaged)],
  ]
  return (
    <dl className="screen-counts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Picture({ of: { edges, all } }: { of: Spread }) {
  const t = screen.use()
  const bins = all.counts.map((count, at) => ({ from: edges[at] ?? '', to: edges[at + 1] ?? '', count }))
  const says = t('histogramSays', { count: counted(all.scored), median: all.median ?? '—' })
  const table = (
    <Rows
      label={t('histogram')}
      rows={bins}
      rowKey={({ from }) => from}
      columns={[
        { key: 'range', title: t('range'), render: ({ from, to }) => t('between', { from, to }), still: true },
        { key: 'count', title: t('enterprises'), render: ({ count }) => counted(count), number: true },
      ]}
    />
  )
  return (
    <section className="card screen-wide">
      <h2>{t('histogram')}</h2>
      <Figure title={t('histogram')} says={says} table={table}>
        <Histogram bins={bins} />
      </Figure>
    </section>
  )
}

function Kinds({ title, of: { groups } }: { title: string; of: Spread }) {
  const t = screen.use()
  const rows = groups.map(({ kind, spread }) => ({ name: kind.name ? named(kind.name) : (kind.code ?? '—'), count: spread.enterprises, note: spread.median ?? '—' }))
  return (
    <section className="card">
      <h2>{title}</h2>
      <Bars label={title} rows={rows} heads={[t('group'), t('enterprises'), t('median')]} />
    </section>
  )
}

function Grades({ run }: { run: string }) {
  const t = screen.use()
  const found = useQuery(spreadQuery(run, 'grade'))
  return found.data ? <Kinds title={t('grades')} of={found.data} /> : null
}

function Fields({ run }: { run: string }) {
  const t = screen.use()
  const found = useQuery(spreadQuery(run, 'field'))
  return found.data ? <Kinds title={t('fields')} of={found.data} /> : null
}

function Years({ all }: { all: readonly Published[] }) {
  const t = screen.use()
  const years = all.reduceRight<Published[]>((earlier, one) => [...earlier, one], [])
  const spreads = useQueries({ queries: years.map(({ run }) => spreadQuery(run.id, 'stage')) })
  const points = years.map(({ batch }, at) => {
    const median = spreads[at]?.data?.all.median ?? null
    return { label: String(batch.year), value: median === null ? null : Number(median), text: median ?? '—' }
  })
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0)) * 1.2
  const says = points.map(({ label, text }) => t('trendYear', { year: label, median: text })).join('; ')
  const table = (
    <Rows
      label={t('trend')}
      rows={points}
      rowKey={({ label }) => label}
      columns={[
        { key: 'year', title: t('year'), render: ({ label }) => label },
        { key: 'median', title: t('median'), render: ({ text }) => text, number: true },
      ]}
    />
  )
  return (
    <section className="card">
      <h2>{t('trend')}</h2>
      <Figure title={t('trend')} says={says} table={table}>
        <Trend points={points} most={most} />
      </Figure>
    </section>
  )
}

function Top({ run }: { run: string }) {
  const t = screen.use()
  const me = useMe()
  const allowed = may(me, 'points:list')
  const found = useQuery({ ...topQuery(run), enabled: allowed })
  return (
    <section className="card">
      <h2>{t('top')}</h2>
      {!allowed && <p className="about">{t('topNone')}</p>}
      {found.data && (
        <Rows
          label={t('top')}
          rows={found.data.items}
          rowKey={({ credit_code }) => credit_code}
          columns={[
            { key: 'name', title: t('name'), render: ({ name }) => name },
            { key: 'place', title: t('place'), render: ({ rank }) => rank ?? '—', number: true },
            { key: 'points', title: t('points'), render: ({ total }) => total ?? '—', number: true },
          ]}
        />
      )}
    </section>
  )
}

function Running() {
  const t = screen.use()
  const found = useQuery(runningQuery)
  if (!found.data) return null
  const { batch, board } = found.data
  const rows: [string, number][] = [
    [t('reported'), board.reported],
    [t('waiting'), board.draft],
    [t('submitted'), board.submitted],
    [t('approved'), board.approved],
    [t('late'), board.late],
  ]
  return (
    <section className="card">
      <h2>{t('running', { title: batch.title })}</h2>
      <Bars label={batch.title} of={board.participants} rows={rows.map(([name, count]) => ({ name, count, note: counted(board.participants) }))} heads={[t('group'), t('enterprises'), t('due')]} />
    </section>
  )
}

export { ScreenPage as Component }
