import type { LoanPage } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { support } from './supportWords'

type Step = LoanPage['steps'][number]
type Money = LoanPage['support'][number]

/** What the zone did for a loan, what its funds paid, and what the enterprise says of the bank. */
export function Beside({ loan }: { loan: LoanPage }) {
  const t = support.use()
  const steps: Column<Step>[] = [
    { key: 'kind', title: t('kind'), render: (one) => nameOf('loanStep', one.kind), still: true },
    { key: 'fund', title: t('fund'), render: (one) => one.fund_name },
    { key: 'share', title: t('share'), render: (one) => one.share_percent, number: true },
    { key: 'guarantor', title: t('guarantor'), render: (one) => one.guarantor },
    { key: 'reference', title: t('reference'), render: (one) => one.reference },
    { key: 'note', title: t('note'), render: (one) => one.note },
    { key: 'made', title: t('madeAt'), render: (one) => atMinute(one.made_at), still: true },
  ]
  const money: Column<Money>[] = [
    { key: 'kind', title: t('kind'), render: (one) => nameOf('fundEntry', one.kind), still: true },
    { key: 'fund', title: t('fund'), render: (one) => one.fund_name },
    { key: 'amount', title: t('amount'), render: (one) => grouped(one.amount), number: true },
    { key: 'on', title: t('on'), render: (one) => one.on, still: true },
    { key: 'period', title: t('period'), render: (one) => one.from && t('to', { from: one.from, until: one.until ?? '' }), still: true },
  ]
  return (
    <>
      {loan.steps.length > 0 && (
        <Section title={t('steps')} about={t('stepsAbout')}>
          <Rows<Step> label={t('steps')} columns={steps} rows={loan.steps} rowKey={(one) => `${one.kind} ${one.made_at} ${loan.steps.indexOf(one)}`} />
        </Section>
      )}
      {loan.support.length > 0 && (
        <Section title={t('money')}>
          <Rows<Money> label={t('money')} columns={money} rows={loan.support} rowKey={(one) => `${one.kind} ${one.on} ${loan.support.indexOf(one)}`} />
        </Section>
      )}
      {loan.rating && (
        <Section title={t('rating')}>
          <Facts
            facts={[
              [t('stars'), t('star', { stars: loan.rating.stars })],
              [t('said'), loan.rating.said],
              [t('ratedAt'), atMinute(loan.rating.rated_at)],
            ]}
          />
        </Section>
      )}
    </>
  )
}
