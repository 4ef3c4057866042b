import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { LoanPage, LoanScore, ScoredLoan } from '@/shared/api/types'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { grouped, ungrouped } from '@/shared/words/values'
import { reviews } from './reviewWords'

type Line = LoanScore['lines'][number]

/** What the scorecard makes of an application, why, and the limit the reviewer sets. */
export function ReviewPage() {
  const t = reviews.use()
  const { id = '' } = useParams()
  const loan = useQuery({
    queryKey: ['loans', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/loans/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  // Each look is told to the enterprise: not again because a window was left and come back to.
  const scored = useQuery({
    queryKey: ['loans', 'scorecard', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/loans/{id}/scorecard', { params: { path: { id } }, signal })),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
  const back = (
    <Link className="action-link" to={`/loans/${id}`}>
      {t('back')}
    </Link>
  )
  return (
    <Page title={loan.data ? `${t('reviewTitle')} · ${loan.data.enterprise_name}` : t('reviewTitle')} about={t('reviewAbout')} actions={back}>
      <ProblemAlert error={loan.error ?? scored.error} onRetry={() => void (loan.error ? loan.refetch() : scored.refetch())} />
      {(loan.isPending || scored.isPending) && <Loading />}
      {loan.data && scored.data && <Scored loan={loan.data} scored={scored.data} />}
    </Page>
  )
}

function Scored({ loan, scored }: { loan: LoanPage; scored: ScoredLoan }) {
  const t = reviews.use()
  const { card, score, note } = scored
  const compared = score.lines.some((line) => line.peer_points != null)
  const peers = !compared ? t('tooFew') : t(score.of_stage ? 'peersOfStage' : 'peersOfAll', { count: counted(score.peers) })
  const facts: [string, ReactNode][] = [
    [
      t('card'),
      <span key="card">
        <Link to={`/scorecards/${card.code}`}>{card.name}</Link> · {card.version} <Example official={card.official} />
      </span>,
    ],
    [t('total'), t('ofMost', { total: score.total, most: score.most })],
    [t('grade'), `${score.grade} ${score.grade_name}`],
    [t('share'), `${score.share_percent}%`],
    [t('reference'), score.reference_limit ? grouped(score.reference_limit) : t('unknown')],
    [t('suggested'), score.suggested ? grouped(score.suggested) : t('noSuggestion')],
    [t('peers'), peers],
    [t('code'), <code key="code">{score.code}</code>],
  ]
  return (
    <>
      <Section title={card.name} about={note}>
        <Facts facts={facts} />
      </Section>
      <Section title={t('reasons')} about={t('reasonsAbout')}>
        {score.reasons.length === 0 ? (
          <p className="about">{compared ? t('noReasons') : t('tooFew')}</p>
        ) : (
          <ol>
            {score.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ol>
        )}
      </Section>
      <Lines score={score} />
      <Decision loan={loan} score={score} />
    </>
  )
}

function Lines({ score }: { score: LoanScore }) {
  const t = reviews.use()
  const columns: Column<Line>[] = [
    { key: 'name', title: t('characteristic'), render: (one) => one.name },
    { key: 'value', title: t('value'), render: (one) => one.value ?? (one.missing.join('；') || t('missing')), number: true },
    { key: 'peerValue', title: t('peerValue'), render: (one) => one.peer_value ?? '—', number: true },
    { key: 'points', title: t('points'), render: (one) => one.points, number: true },
    { key: 'peerPoints', title: t('peerPoints'), render: (one) => one.peer_points ?? '—', number: true },
    { key: 'most', title: t('most'), render: (one) => one.most, number: true },
  ]
  return (
    <Section title={t('lines')}>
      {score.base !== '0' && <p className="about">{`${t('base')} ${score.base}`}</p>}
      <Rows<Line> label={t('lines')} columns={columns} rows={score.lines} rowKey={({ code }) => code} />
    </Section>
  )
}

interface Values {
  limit: string
  justification?: string
}

function Decision({ loan, score }: { loan: LoanPage; score: LoanScore }) {
  const t = reviews.use()
  const client = useQueryClient()
  const go = useNavigate()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const submit = async ({ limit, justification }: Values) => {
    const params = { path: { id: loan.id }, header: { 'Idempotency-Key': key } }
    // What was refused may be sent again with other words.
    setKey(freshKey())
    await good(api.POST('/api/v1/loans/{id}/reviews', { params, body: { code: score.code, limit: ungrouped(limit), ...(justification && { justification }) } }))
    await client.invalidateQueries({ queryKey: ['loans'] })
    message.success(t('done'))
    void go(`/loans/${loan.id}`)
  }
  return (
    <Section title={t('decide')}>
      <ServerForm<Values> label={t('decide')} submit={t('submit')} initialValues={{ limit: score.suggested ?? '' }} onSubmit={submit}>
        <Field name="limit" label={t('limit')} required extra={t('limitHelp', { amount: grouped(loan.amount) })}>
          <Input inputMode="decimal" autoComplete="off" />
        </Field>
        <Field name="justification" label={t('justification')} extra={t('justificationHelp')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
      </ServerForm>
    </Section>
  )
}

export { ReviewPage as Component }
