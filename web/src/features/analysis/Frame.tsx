import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { Choice, type Option } from '@/shared/controls/Choice'
import { may, useMe } from '@/shared/me/me'
import { publishedQuery, type Published } from '@/shared/points/published'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { WallLink } from './WallLink'
import { analysis } from './words'

const VIEWS = ['distribution', 'pivot', 'movements', 'indicators', 'robustness', 'validity'] as const

/** Shows what `children` make of the chosen published run; or why there is none. */
export function WithRun({ children }: { children: (chosen: Published, all: readonly Published[]) => ReactNode }) {
  const t = analysis.use()
  const found = useQuery(publishedQuery)
  const [address] = useSearchParams()
  const chosen = found.data?.find(({ run }) => run.id === address.get('run')) ?? found.data?.[0]
  if (chosen && found.data) return children(chosen, found.data)
  return (
    <Page title={t('title')} about={t('about')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Empty title={t('none')} about={t('noneAbout')} />}
    </Page>
  )
}

/** The views, each an address of its own; the run goes with them. */
export function Views() {
  const t = analysis.use()
  const { pathname } = useLocation()
  const [address] = useSearchParams()
  const run = address.get('run')
  return (
    <nav className="tabs" aria-label={t('views')}>
      {VIEWS.map((view) => {
        const to = view === 'distribution' ? '/analysis' : `/analysis/${view}`
        return (
          <Link key={view} to={run ? `${to}?run=${run}` : to} aria-current={pathname === to ? 'page' : undefined}>
            {t(`view.${view}`)}
          </Link>
        )
      })}
    </nav>
  )
}

/** What is asked for stands in the address. */
export function useAsked(): [(name: string) => string | undefined, (name: string, value: string | undefined) => void] {
  const [address, setAddress] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setAddress((known) => {
      const next = new URLSearchParams(known)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  return [(name) => address.get(name) ?? undefined, set]
}

interface AskedProps {
  name: string
  label: string
  options: readonly Option[]
  /** What choosing nothing means; without it something is always chosen. */
  nothing?: string
  value?: string | undefined
}

/** One question with the answers there are. */
export function Asked({ name, label, options, nothing, value }: AskedProps) {
  const id = useId()
  const [asked, set] = useAsked()
  return (
    <div className="field-inline">
      <label htmlFor={id}>{label}</label>
      <Choice id={id} value={value ?? asked(name)} onChange={(chosen) => set(name, chosen)} options={options} always={nothing === undefined} {...(nothing !== undefined && { nothing })} />
    </div>
  )
}

/** The years to choose from besides the one shown when nothing is said: as a rule the latest. */
export function yearOptions(all: readonly Published[], usual: Published | undefined = all[0]): Option[] {
  return all.filter((one) => one !== usual).map(({ run, batch }) => ({ value: run.id, label: batch.title }))
}

interface ViewProps {
  all: readonly Published[]
  /** The year shown when nothing is said, where it is not the latest. */
  usual?: Published | undefined
  questions: ReactNode
  children: ReactNode
}

/** A view with its questions above it. */
export function View({ all, usual = all[0], questions, children }: ViewProps) {
  const t = analysis.use()
  const title = usual?.batch.title ?? ''
  return (
    <Page title={t('title')} about={t('about')} actions={<ScreenActions />}>
      <div className="card">
        <Views />
        <div className="questions">
          <Asked name="run" label={t('run')} options={yearOptions(all, usual)} nothing={usual === all[0] ? t('latest', { title }) : title} />
          {questions}
        </div>
      </div>
      {children}
    </Page>
  )
}

function ScreenActions() {
  const t = analysis.use()
  const me = useMe()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Link className="action-link" to="/analysis/screen">
        {t('screen')}
      </Link>
      {may(me, 'screen:read') && <Button onClick={() => setOpen(true)}>{t('link')}</Button>}
      <WallLink open={open} onClose={() => setOpen(false)} />
    </>
  )
}
