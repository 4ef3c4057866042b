import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { LoanFigures } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { loans } from './words'

type OfProduct = LoanFigures['products'][number]

/** What loans came to: a zone's, or a bank's portfolio. */
export function FiguresPage() {
  const t = loans.use()
  const found = useQuery({ queryKey: ['loans', 'figures'], queryFn: ({ signal }) => good(api.GET('/api/v1/loan-figures', { signal })) })
  const figures = found.data
  return (
    <Page title={t('figures')} about={t('figuresAbout')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {figures && figures.total.applied === 0 && <Empty title={t('none')} />}
      {figures && figures.total.applied > 0 && <All figures={figures} />}
    </Page>
  )
}

function All({ figures: { total, products, rejections } }: { figures: LoanFigures }) {
  const t = loans.use()
  const columns: Column<OfProduct>[] = [
    {
      key: 'product',
      title: t('product'),
      render: (one) => (
        <>
          {one.product_name}
          <small>{one.bank_name}</small>
        </>
      ),
    },
    { key: 'applied', title: t('applied'), render: (one) => one.sums.applied, number: true },
    { key: 'approved', title: t('approved'), render: (one) => one.sums.approved, number: true },
    { key: 'rejected', title: t('rejected'), render: (one) => one.sums.rejected, number: true },
    { key: 'granted', title: t('granted'), render: (one) => grouped(one.sums.granted), number: true },
    { key: 'outstanding', title: t('outstanding'), render: (one) => grouped(one.sums.outstanding), number: true },
    { key: 'overdue', title: t('overdueSum'), render: (one) => grouped(one.sums.overdue_outstanding), number: true },
    { key: 'days', title: t('days'), render: (one) => one.sums.days_to_decision, number: true },
  ]
  const reasons: Column<LoanFigures['rejections'][number]>[] = [
    { key: 'reason', title: t('rejectReason'), render: (one) => nameOf('rejectReason', one.reason) },
    { key: 'count', title: t('count'), render: (one) => one.count, number: true },
  ]
  return (
    <>
      <Section title={t('all')}>
        <Facts
          facts={[
            [t('applied'), total.applied],
            [t('asked'), grouped(total.asked)],
            [t('waiting'), total.waiting],
            [t('approved'), total.approved],
            [t('rejected'), total.rejected],
            [t('granted'), grouped(total.granted)],
            [t('drawn'), grouped(total.drawn)],
            [t('repaid'), grouped(total.repaid)],
            [t('outstanding'), grouped(total.outstanding)],
            [t('borrowers'), total.borrowers],
            [t('overdue'), total.overdue],
            [t('overdueSum'), grouped(total.overdue_outstanding)],
            [t('days'), total.days_to_decision],
          ]}
        />
      </Section>
      <Section title={t('byProduct')}>
        <Rows<OfProduct> label={t('byProduct')} columns={columns} rows={products} rowKey={(one) => `${one.bank_name} ${one.product}`} />
      </Section>
      {rejections.length > 0 && (
        <Section title={t('rejections')}>
          <Rows label={t('rejections')} columns={reasons} rows={rejections} rowKey={(one) => one.reason} />
        </Section>
      )}
    </>
  )
}

export { FiguresPage as Component }
