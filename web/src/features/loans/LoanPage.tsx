import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { LoanPage as Shown } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { StepDialog } from './StepDialog'
import { Beside } from './Beside'
import { RateButton } from './RateButton'
import { Reviews } from './Reviews'
import { SupportButtons } from './SupportButtons'
import { stepsOf, type Doing } from './moves'
import { loans } from './words'

/** One application, the loan it becomes, and the steps the reader may take. */
export function LoanPage() {
  const t = loans.use()
  const me = useMe()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({
    queryKey: ['loans', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/loans/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const loan = found.data
  const bank = may(me, 'loan:enter')
  const steps = loan && may(me, 'loan:move') ? stepsOf(loan.state, bank) : []
  const buttons = steps.map((one, index) => (
    <Button key={one} {...(index === 0 && one !== 'withdraw' && { type: 'primary' })} onClick={() => setDoing(one)}>
      {t(one)}
    </Button>
  ))
  const actions = loan && (
    <>
      {buttons}
      {may(me, 'loan:rate') && <RateButton loan={loan} />}
      {may(me, 'loan:support') && <SupportButtons loan={loan} />}
    </>
  )
  return (
    <Page title={loan ? `${loan.product_name} · ${loan.enterprise_name}` : t('loan')} {...(actions && { actions })}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {loan && <Asked loan={loan} />}
      {loan && may(me, 'loan:review') && <Reviews loan={loan} />}
      {loan && <Beside loan={loan} />}
      {loan && <History loan={loan} />}
      {loan && (
        <details>
          <summary>{t('file')}</summary>
          <pre className="source">{loan.product_text}</pre>
        </details>
      )}
      {loan && doing && <StepDialog loan={loan} doing={doing} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Asked({ loan }: { loan: Shown }) {
  const t = loans.use()
  const money = (text?: string | null) => (text ? grouped(text) : null)
  const facts: [string, ReactNode][] = [
    [t('state'), <Badge key="state" group="loan" word={loan.state} />],
    [t('enterprise'), loan.enterprise_name],
    [t('creditCode'), <code key="code">{loan.credit_code}</code>],
    [t('bank'), loan.bank_name],
    [t('product'), <Link key="product" to={`/products/${loan.product}`}>{loan.product_name}</Link>],
    [t('amount'), grouped(loan.amount)],
    [t('months'), loan.months],
    [t('repayment'), nameOf('repayment', loan.repayment)],
    [t('purpose'), loan.purpose],
    [t('reference'), money(loan.reference_limit)],
    [t('referenceRate'), loan.reference_percent],
    [t('points'), loan.points],
    ...(loan.reasons.length > 0 ? ([[t('reasons'), loan.reasons.join('；')]] as [string, ReactNode][]) : []),
    ...(loan.granted
      ? ([
          [t('granted'), money(loan.granted)],
          [t('yearly'), loan.yearly_percent],
          [t('grantedMonths'), loan.granted_months],
          [t('conditions'), loan.conditions],
          [t('validUntil'), loan.valid_until],
        ] as [string, ReactNode][])
      : []),
    ...(loan.reject_reason ? ([[t('rejectReason'), nameOf('rejectReason', loan.reject_reason)]] as [string, ReactNode][]) : []),
    ...(loan.contract
      ? ([
          [t('contract'), loan.contract],
          ...(loan.first_loan == null ? [] : [[t('firstLoan'), t(loan.first_loan ? 'firstYes' : 'firstNo')]]),
          [t('drawn'), money(loan.drawn)],
          [t('repaid'), money(loan.repaid)],
          [t('outstanding'), money(loan.outstanding)],
        ] as [string, ReactNode][])
      : []),
    [t('consent'), <Link key="consent" to={`/consents/${loan.consent_id}`}>{t('seeConsent')}</Link>],
  ]
  return (
    <Section title={t('facts')}>
      <Facts facts={facts} />
    </Section>
  )
}

type Move = Shown['moves'][number]

function History({ loan }: { loan: Shown }) {
  const t = loans.use()
  const columns: Column<Move>[] = [
    { key: 'action', title: t('action'), render: (one) => nameOf('loanAction', one.action), still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="loan" word={one.state} />, still: true },
    { key: 'money', title: t('money'), render: (one) => one.amount && grouped(one.amount), number: true },
    { key: 'on', title: t('on'), render: (one) => one.on, still: true },
    { key: 'note', title: t('note'), render: (one) => one.note ?? one.reference },
    { key: 'who', title: t('who'), render: (one) => one.made_by_name },
    { key: 'when', title: t('when'), render: (one) => atMinute(one.made_at), still: true },
  ]
  return (
    <Section title={t('history')}>
      <Rows<Move> label={t('history')} columns={columns} rows={loan.moves} rowKey={(one) => `${one.made_at} ${one.action} ${loan.moves.indexOf(one)}`} />
    </Section>
  )
}

export { LoanPage as Component }
