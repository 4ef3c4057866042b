import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Me } from '@/shared/api/types'
import { useWaitingApprovals } from '@/shared/approvals/waiting'
import { participantQuery } from '@/shared/filings/participants'
import { menuOf } from '@/shared/layout/menu'
import { layoutWords } from '@/shared/layout/words'
import { may, useMe } from '@/shared/me/me'
import { Loading } from '@/shared/ui/Loading'
import { OwnPoints } from '@/shared/points/OwnPoints'
import { Page, Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { kindsOf } from './waiting'
import { home } from './words'

const FEW = 3

/** What waits, and what this person can do here. */
export function HomePage() {
  const t = home.use()
  const me = useMe()
  const roles = me.roles.map((role) => nameOf('role', role)).join(' · ')
  return (
    <Page title={t('hello', { name: me.name })} about={t('about', { organisation: me.organisation.name, roles })}>
      <Section title={t('todo')}>
        <Tasks me={me} />
      </Section>
      {may(me, 'points:read') && !may(me, 'points:list') && <OwnPoints />}
      <Section title={t('places')}>
        <Places me={me} />
      </Section>
      <Section title={t('duty')}>
        <ul className="plain-list">
          {me.roles.filter((role) => home.has(`duty.${role}`)).map((role) => (
            <li key={role}>
              <strong>{nameOf('role', role)}</strong> — {t(`duty.${role}`)}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

interface Task {
  text: string
  to: string
  go: string
}

function Tasks({ me }: { me: Me }) {
  const t = home.use()
  const waiting = useTotal(['registrations', 'waiting'], may(me, 'registration:decide'), (signal) =>
    good(api.GET('/api/v1/registrations', { params: { query: { state: 'waiting', limit: 1 } }, signal })),
  )
  const running = useTotal(['jobs', 'running'], may(me, 'job:list'), (signal) =>
    good(api.GET('/api/v1/jobs', { params: { query: { state: 'running', limit: 1 } }, signal })),
  )
  const approvals = useWaitingApprovals()
  const due = useFilingTasks(may(me, 'filing:write'))
  const objected = useTotal(['objections', 'open'], may(me, 'objection:decide'), (signal) =>
    good(api.GET('/api/v1/objections', { params: { query: { state: 'open', limit: 1 } }, signal })),
  )
  const submitted = useTotal(['participants', 'submitted'], may(me, 'filing:review'), (signal) =>
    good(api.GET('/api/v1/participants', { params: { query: { state: 'submitted', limit: 1 } }, signal })),
  )
  const drafts = useTotal(['runs', 'draft'], may(me, 'run:publish'), (signal) =>
    good(api.GET('/api/v1/runs', { params: { query: { state: 'draft', limit: 1 } }, signal })),
  )
  const kinds = kindsOf(me)
  const totals = useQueries({ queries: kinds.map(({ key, count }) => ({ queryKey: ['waiting', key, 'total'], queryFn: ({ signal }: { signal: AbortSignal }) => count(signal) })) })
  const counted = [submitted, objected, drafts, approvals, waiting, running]
  const busy = due === undefined || counted.includes(undefined) || totals.some((one) => one.isPending)
  const tasks: (Task | false)[] = [
    ...(due ?? []),
    ...kinds.map(({ words, to }, index): Task | false => {
      const count = totals[index]?.data?.total
      return some(count) && { text: t(words, { count }), to, go: t('handle') }
    }),
    some(submitted) && { text: t('submitted', { count: submitted }), to: '/reviews', go: t('review') },
    some(objected) && { text: t('objected', { count: objected }), to: '/objections?state=open', go: t('decideObjection') },
    some(drafts) && { text: t('drafts', { count: drafts }), to: '/runs', go: t('look') },
    some(approvals) && { text: t('approvals', { count: approvals }), to: '/approvals?state=waiting', go: t('decide') },
    some(waiting) && { text: t('registrations', { count: waiting }), to: '/registrations?state=waiting', go: t('review') },
    some(running) && { text: t('jobs', { count: running }), to: '/jobs?state=running', go: t('look') },
    !me.second_factor && { text: t('factor'), to: '/me', go: t('setUp') },
    me.second_factor && me.recovery_codes <= FEW && { text: t('codes', { count: me.recovery_codes }), to: '/me', go: t('renew') },
  ]
  const open = tasks.filter((task): task is Task => task !== false)
  if (open.length === 0 && !busy) return <p className="about">{t('nothingToDo')}</p>
  return (
    <>
      {open.map(({ text, to, go }) => (
        <div className="task" key={text}>
          <span>{text}</span>
          <Link to={to}>{go}</Link>
        </div>
      ))}
      {busy && <Loading />}
    </>
  )
}

const some = (count: number | undefined): count is number => (count ?? 0) > 0

/** What an enterprise has to file, until when; nothing while that is being looked up. */
function useFilingTasks(enabled: boolean): Task[] | undefined {
  const t = home.use()
  const own = useQuery({
    queryKey: ['participants', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants', { params: { query: { limit: 50 } }, signal })),
    enabled,
  })
  const waiting = (own.data?.items ?? []).filter(({ state }) => state === 'draft' || state === 'returned')
  const known = useQueries({ queries: waiting.map(({ id }) => participantQuery(id)) })
  if ((enabled && own.isPending) || known.some((one) => one.isPending)) return undefined
  return waiting.flatMap((one, index): Task[] => {
    const batch = known[index]?.data?.data.batch
    // One that is not open yet, or frozen, waits for nobody.
    if (batch?.state !== 'open') return []
    const parts = { title: batch.title, day: one.deadline }
    const text = one.late ? t('filingLate', parts) : t(one.state === 'returned' ? 'filingReturned' : 'filing', parts)
    return [{ text, to: `/filings/${one.id}`, go: t('file') }]
  })
}

/** How many rows a list has, for those who may see it; nothing while they are being counted. */
function useTotal(key: string[], enabled: boolean, list: (signal: AbortSignal) => Promise<{ total: number }>): number | undefined {
  const found = useQuery({ queryKey: [...key, 'total'], queryFn: ({ signal }) => list(signal), enabled })
  return enabled && found.isPending ? undefined : (found.data?.total ?? 0)
}

function Places({ me }: { me: Me }) {
  const l = layoutWords.use()
  const places = menuOf(me).flatMap((group) => group.places)
  return (
    <ul className="tiles">
      {places.map(({ to, label, about }) => (
        <li key={to}>
          <Link className="tile" to={to}>
            <strong>{l(label)}</strong>
            {l(about)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

export { HomePage as Component }
