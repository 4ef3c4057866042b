import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { Example } from '@/shared/ui/Example'
import { OwnAwards } from './OwnAwards'
import { policies } from './words'

type Mine = components['schemas']['EnterprisePolicies']
type One = Mine['policies'][number]

/** What the own enterprise gets, nearly gets, and why not; and what becomes of its awards. */
export function OwnPoliciesPage() {
  const t = policies.use()
  const own = useQuery({
    queryKey: ['enterprises', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises', { params: { query: { limit: 1 } }, signal })),
  })
  const id = own.data?.items[0]?.id
  const found = useQuery({
    queryKey: ['policies', 'own', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}/policies', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    retry: false,
  })
  const mine = found.data
  const nothingYet = codeOf(found.error) === 'wrong-state'
  return (
    <Page title={t('own')} about={mine && t('ownAbout', { year: mine.year, on: mine.on })}>
      {!nothingYet && <ProblemAlert error={found.error ?? own.error} onRetry={() => void found.refetch()} />}
      {(own.isPending || (found.isPending && id !== undefined)) && <Loading />}
      <OwnAwards />
      {nothingYet && <Empty title={t('ownNone')} {...(found.error && { about: found.error.message })} />}
      {mine && <Sorted mine={mine} />}
    </Page>
  )
}

function Sorted({ mine }: { mine: Mine }) {
  const t = policies.use()
  const of = (standing: One['standing']) => mine.policies.filter((one) => one.standing === standing)
  return (
    <>
      <Section title={t('ownGets')} about={`${t('ownTotal', { amount: grouped(mine.granted) })} ${mine.note}`}>
        <Policies all={of('entitled')} />
      </Section>
      {of('officer-check').length > 0 && (
        <Section title={t('ownChecks')}>
          <Policies all={of('officer-check')} />
        </Section>
      )}
      <Section title={t('ownNear')}>
        <Policies all={of('not-entitled')} />
      </Section>
      <Section title={t('ownMissing')} actions={<Link to="/filings">{t('ownFill')}</Link>}>
        <Policies all={of('cannot-tell')} />
      </Section>
    </>
  )
}

function Policies({ all }: { all: One[] }) {
  const t = policies.use()
  if (all.length === 0) return <p className="about">{t('nothingHere')}</p>
  return (
    <ul className="plain-list stack">
      {all.map((one) => (
        <li key={one.policy}>
          <strong>
            <Link to={`/policies/${one.policy}`}>{one.name}</Link>
          </strong>{' '}
          <Example official={one.official} /> <Badge group="entitlement" word={one.standing} /> <small>{nameOf('policyWay', one.way)}</small>
          {one.way !== 'without-application' && (one.standing === 'entitled' || one.standing === 'officer-check') && (
            <div>
              <Link to={`/policies/${one.policy}/apply`} aria-label={t('goApplyTo', { name: one.name })}>
                {t('goApply')}
              </Link>
            </div>
          )}
          {one.granted && <div>{t('cut', { claimed: grouped(one.claimed ?? one.granted), granted: grouped(one.granted) })}</div>}
          {one.standing === 'entitled' && one.right && <div>{t('right', { right: one.right })}</div>}
          {one.reasons.length > 0 && (
            <ul>
              {one.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {one.contact && <small>{one.contact}</small>}
        </li>
      ))}
    </ul>
  )
}

export { OwnPoliciesPage as Component }
