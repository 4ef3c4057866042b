import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { codeOf } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'
import { Figure } from '@/shared/charts/Figure'
import { Histogram } from '@/shared/charts/Histogram'
import { Trend } from '@/shared/charts/Trend'
import { named } from '@/shared/dictionary/items'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { atMinute, counted } from '@/shared/words/time'
import { Bars } from './Bars'
import { screenQuery } from './asked'
import { screen } from './words'

type Screen = components['schemas']['Screen']
type Latest = components['schemas']['ScreenOfYear']
type Group = components['schemas']['SpreadOfKind']

/** A year at a glance for a wall, with the numbers of the analysis, anew by itself. What was read last stays when the server is away. */
export function Glance({ link, children }: { link?: string; children?: ReactNode }) {
  const t = screen.use()
  const c = common.use()
  const found = useQuery(screenQuery(link))
  useEffect(() => {
    document.title = `${t('title')} · ${c('product')}`
  }, [t, c])
  if (codeOf(found.error) === 'not-signed-in') return <Closed title={t('endedKey')} />
  const { data } = found
  return (
    <main className="screen">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <p>
          {data?.organisation} {data?.latest && `· ${data.latest.title}`}
        </p>
        <div className="actions">
          {data && <span role="status">{t('at', { at: atMinute(data.at) })}</span>}
          <Button onClick={() => void document.documentElement.requestFullscreen?.()}>{t('full')}</Button>
          {children}
        </div>
      </header>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {data && !data.latest && <Empty title={t('none')} />}
      {data?.latest && <Year of={data.latest} running={data.running} />}
    </main>
  )
}

/** What stands there when a link opens nothing. */
export function Closed({ title }: { title: string }) {
  const t = screen.use()
  return (
    <main className="screen">
      <h1 className="for-readers">{t('title')}</h1>
      <Empty title={title} about={t('noKeyAbout')} />
    </main>
  )
}

function Year({ of, running }: { of: Latest; running: Screen['running'] }) {
  const t = screen.use()
  return (
    <div className="screen-grid">
      <Counts of={of.stages} />
      <Picture of={of.stages} />
      <Kinds title={t('stages')} of={of.stages.groups} />
      <Years of={of.years} />
      <Kinds title={t('grades')} of={of.grades} />
      <Kinds title={t('fields')} of={of.fields} />
      <Top of={of.top} />
      {running && <Running of={running} />}
    </div>
  )
}

function Counts({ of: { all } }: { of: Latest['stages'] }) {
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

function Picture({ of: { edges, all } }: { of: Latest['stages'] }) {
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

function Kinds({ title, of }: { title: string; of: readonly Group[] }) {
  const t = screen.use()
  const rows = of.map(({ kind, spread }) => ({ name: kind.name ? named(kind.name) : (kind.code ?? '—'), count: spread.enterprises, note: spread.median ?? '—' }))
  return (
    <section className="card">
      <h2>{title}</h2>
      <Bars label={title} rows={rows} heads={[t('group'), t('enterprises'), t('median')]} />
    </section>
  )
}

function Years({ of }: { of: Latest['years'] }) {
  const t = screen.use()
  const points = of.map(({ year, median }) => ({ label: String(year), value: median == null ? null : Number(median), text: median ?? '—' }))
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

function Top({ of }: { of: Latest['top'] }) {
  const t = screen.use()
  return (
    <section className="card">
      <h2>{t('top')}</h2>
      {!of && <p className="about">{t('topNone')}</p>}
      {of && (
        <Rows
          label={t('top')}
          rows={of}
          rowKey={({ name }) => name}
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

function Running({ of: { title, board } }: { of: NonNullable<Screen['running']> }) {
  const t = screen.use()
  const rows: [string, number][] = [
    [t('reported'), board.reported],
    [t('waiting'), board.draft],
    [t('submitted'), board.submitted],
    [t('approved'), board.approved],
    [t('late'), board.late],
  ]
  return (
    <section className="card">
      <h2>{t('running', { title })}</h2>
      <Bars label={title} of={board.participants} rows={rows.map(([name, count]) => ({ name, count, note: counted(board.participants) }))} heads={[t('group'), t('enterprises'), t('due')]} />
    </section>
  )
}
