import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Me } from '@/shared/api/types'
import { useWaitingApprovals } from '@/shared/approvals/waiting'
import { menuOf } from '@/shared/layout/menu'
import { layoutWords } from '@/shared/layout/words'
import { may, useMe } from '@/shared/me/me'
import { Page, Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
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
  const tasks: (Task | false)[] = [
    approvals > 0 && { text: t('approvals', { count: approvals }), to: '/approvals?state=waiting', go: t('decide') },
    waiting > 0 && { text: t('registrations', { count: waiting }), to: '/registrations?state=waiting', go: t('review') },
    running > 0 && { text: t('jobs', { count: running }), to: '/jobs?state=running', go: t('look') },
    !me.second_factor && { text: t('factor'), to: '/me', go: t('setUp') },
    me.second_factor && me.recovery_codes <= FEW && { text: t('codes', { count: me.recovery_codes }), to: '/me', go: t('renew') },
  ]
  const open = tasks.filter((task): task is Task => task !== false)
  if (open.length === 0) return <p className="about">{t('nothingToDo')}</p>
  return open.map(({ text, to, go }) => (
    <div className="task" key={text}>
      <span>{text}</span>
      <Link to={to}>{go}</Link>
    </div>
  ))
}

/** How many rows a list has, for those who may see it. */
function useTotal(key: string[], enabled: boolean, list: (signal: AbortSignal) => Promise<{ total: number }>): number {
  return useQuery({ queryKey: [...key, 'total'], queryFn: ({ signal }) => list(signal), enabled }).data?.total ?? 0
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
