import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { PolicyApplicationPage as Shown } from '@/shared/api/types'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Clock } from './Clock'
import { Data } from './Data'
import { stepsOf, type Doing } from './moves'
import { StepDialog } from './StepDialog'
import { applications } from './words'

/** One application: what was filled in, what proves it, what officers answered, and the steps the reader may take. */
export function ApplicationPage() {
  const t = applications.use()
  const me = useMe()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({
    queryKey: ['policy-applications', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/policy-applications/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const one = found.data
  const steps = one && may(me, 'policy-application:move') ? stepsOf(one.state, may(me, 'policy-application:apply')) : []
  const buttons = steps.map((step, index) => (
    <Button key={step} {...(index === 0 && step !== 'withdraw' && step !== 'refuse' && { type: 'primary' })} onClick={() => setDoing(step)}>
      {t(step === 'answer' ? 'answerStep' : step)}
    </Button>
  ))
  return (
    <Page title={one ? `${one.policy_name} · ${one.name}` : t('application')} {...(buttons.length > 0 && { actions: buttons })}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {one && (
        <>
          <Asked one={one} />
          <Checks one={one} />
          <Materials one={one} />
          <Data data={one.data} />
          <History one={one} />
          <section className="card">
            <details>
              <summary>{t('rules')}</summary>
              <pre className="code">{one.policy_text}</pre>
            </details>
          </section>
        </>
      )}
      {one && doing && <StepDialog one={one} doing={doing} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Asked({ one }: { one: Shown }) {
  const t = applications.use()
  const facts: [string, ReactNode][] = [
    [t('state'), <Badge key="state" group="policyApplication" word={one.state} />],
    ...(one.reason ? ([[t(one.state === 'asked' ? 'asked' : 'reason'), one.reason]] as [string, ReactNode][]) : []),
    [t('enterprise'), one.name],
    [t('creditCode'), <code key="code">{one.credit_code}</code>],
    [
      t('policy'),
      <span key="policy">
        <Link to={`/policies/${one.policy}`}>{one.policy_name}</Link> <Example official={one.official} />
      </span>,
    ],
    [t('version'), one.policy_version],
    [t('way'), nameOf('policyWay', one.way)],
    [t('period'), one.period],
    [
      t('claimed'),
      one.claimed && (
        <span key="claimed">
          {grouped(one.claimed)} <small>{t('claimedNote')}</small>
        </span>
      ),
    ],
    [t('due'), one.due_on],
    [t('left'), <Clock key="left" of={one} />],
    [t('appliedAt'), atMinute(one.applied_at)],
    [t('decidedAt'), one.decided_at && atMinute(one.decided_at)],
    ...(one.state === 'passed' ? ([[t('award'), <Award key="award" one={one} />]] as [string, ReactNode][]) : []),
    [t('code'), <code key="code">{one.code.slice(0, 16)}</code>],
  ]
  return (
    <Section title={t('facts')}>
      <Facts facts={facts} />
    </Section>
  )
}

function Award({ one: { award } }: { one: Shown }) {
  const t = applications.use()
  const me = useMe()
  if (!award) return <span>{t('awardNone')}</span>
  return (
    <span className="badges">
      {grouped(award.amount)} <Badge group="award" word={award.state} />
      {may(me, 'award-list:list') && <Link to={`/award-lists/${award.list_id}`}>{t('awardList')}</Link>}
    </span>
  )
}

type Check = Shown['checks'][number]

function Checks({ one }: { one: Shown }) {
  const t = applications.use()
  if (one.checks.length === 0) return null
  const answered = (yes: boolean | null | undefined) => (yes === null || yes === undefined ? t('unanswered') : t(yes ? 'met' : 'unmet'))
  const columns: Column<Check>[] = [
    { key: 'question', title: t('checks'), render: (check) => check.question },
    { key: 'answer', title: t('answer'), render: (check) => answered(check.yes), still: true },
    { key: 'note', title: t('answerNote'), render: (check) => check.note },
  ]
  return (
    <Section title={t('checks')} about={t('checksAbout')}>
      <Rows<Check> label={t('checks')} columns={columns} rows={one.checks} rowKey={(check) => check.code} />
    </Section>
  )
}

function Materials({ one }: { one: Shown }) {
  const t = applications.use()
  type Material = Shown['materials'][number]
  const columns: Column<Material>[] = [
    { key: 'name', title: t('materials'), render: (material) => material.name },
    { key: 'file', title: t('file'), render: (material) => material.attachment_id && <EvidenceLink id={material.attachment_id} participant={one.participant_id ?? undefined} /> },
  ]
  return (
    <Section title={t('materials')}>
      {one.materials.length === 0 ? <p className="about">{t('materialsNone')}</p> : <Rows<Material> label={t('materials')} columns={columns} rows={one.materials} rowKey={(material) => material.name} />}
    </Section>
  )
}

function History({ one }: { one: Shown }) {
  const t = applications.use()
  type Move = Shown['moves'][number]
  const columns: Column<Move>[] = [
    { key: 'action', title: t('action'), render: (move) => nameOf('policyApplicationAction', move.action), still: true },
    { key: 'state', title: t('state'), render: (move) => <Badge group="policyApplication" word={move.state} />, still: true },
    { key: 'note', title: t('note'), render: (move) => move.note },
    { key: 'who', title: t('who'), render: (move) => move.made_by_name ?? t('system') },
    { key: 'when', title: t('when'), render: (move) => atMinute(move.made_at), still: true },
  ]
  return (
    <Section title={t('history')}>
      <Rows<Move> label={t('history')} columns={columns} rows={one.moves} rowKey={(move) => `${move.made_at} ${move.action} ${one.moves.indexOf(move)}`} />
    </Section>
  )
}

export { ApplicationPage as Component }
