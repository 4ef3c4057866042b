import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { Clauses } from '@/shared/ui/Clauses'
import { Example } from '@/shared/ui/Example'
import { Prose } from '@/shared/ui/Prose'
import { policies } from './words'

type Shown = components['schemas']['PolicyPage']

/** One policy: for whom, how much, until when, how, whom to ask; and the rule file it is. */
export function PolicyPage() {
  const t = policies.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['policies', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/policies/{id}', { params: { path: { id } }, signal })),
  })
  const policy = found.data
  if (!policy) {
    return (
      <Page title={t('title')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  return (
    <Page title={policy.name} about={policy.note} actions={<Link to="/policies">{t('back')}</Link>}>
      <PolicyFacts policy={policy} />
      <Section title={t('conditions')}>
        <Clauses clauses={policy.conditions} />
      </Section>
      {policy.officer_checks.length > 0 && (
        <Section title={t('checks')}>
          <Clauses clauses={policy.officer_checks} />
        </Section>
      )}
      <Section title={t('text')}>
        <Prose text={policy.text} />
      </Section>
      <section className="card">
        <details>
          <summary>{t('source')}</summary>
          <pre className="code">
            {policy.source}
          </pre>
        </details>
      </section>
    </Page>
  )
}

function PolicyFacts({ policy }: { policy: Shown }) {
  const t = policies.use()
  const money = (text: string) => t('yuan', { amount: grouped(text) })
  const time = policy.until ? t('fromTo', { from: policy.from, until: policy.until }) : t('from', { from: policy.from })
  const facts: [string, ReactNode][] = [
    [t('issuer'), policy.issuer],
    [t('kind'), nameOf('policyKind', policy.kind)],
    [t('way'), nameOf('policyWay', policy.way)],
    [t('gives'), policy.gives.join('、')],
    [
      t('inForce'),
      <span key="time">
        {time} {!policy.in_force && <span className="badge badge-bad">✕ {t('notInForce')}</span>}
      </span>,
    ],
    [t('budget'), policy.budget ? money(policy.budget) : t('noLimit')],
    ...(policy.ceiling ? ([[t('ceiling'), money(policy.ceiling)]] as [string, ReactNode][]) : []),
    ...(policy.group ? ([[t('group'), t('groupSame')]] as [string, ReactNode][]) : []),
    [t('data'), t('dataText', { year: policy.data_year, day: policy.data_day })],
    [t('materials'), policy.materials.length > 0 ? policy.materials.join('、') : t('noMaterials')],
    [t('service'), policy.working_days && t('days', { days: policy.working_days })],
    [t('contact'), policy.contact],
    [
      t('version'),
      <span key="version">
        {policy.version} <Example official={policy.official} />
      </span>,
    ],
  ]
  return (
    <Section title={t('facts')}>
      <Facts facts={facts} />
    </Section>
  )
}

export { PolicyPage as Component }
