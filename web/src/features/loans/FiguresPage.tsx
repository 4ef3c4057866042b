import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { LoanFigures } from '@/shared/api/types'
import { publishedQuery } from '@/shared/points/published'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { loans } from './words'

type OfProduct = LoanFigures['products'][number]
type OfMonth = LoanFigures['months'][number]
type OfStage = NonNullable<LoanFigures['stages']>[number]

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

function All({ figures: { total, products, months, stages, rejections } }: { figures: LoanFigures }) {
  const t = loans.use()
  const product: Column<OfProduct> = {
    key: 'product',
    title: t('product'),
    render: (one) => (
      <>
        {one.product_name}
        <small>{one.bank_name}</small>
      </>
    ),
  }
  const month: Column<OfMonth> = { key: 'month', title: t('month'), render: (one) => one.month, still: true }
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
            [t('firstBorrowers'), total.first_borrowers],
            [t('overdue'), total.overdue],
            [t('overdueSum'), grouped(total.overdue_outstanding)],
            [t('days'), total.days_to_decision],
            [t('meanRate'), total.granted_percent],
            [t('offeredRate'), total.reference_percent],
            [t('rated'), total.rated],
            [t('stars'), total.stars],
          ]}
        />
      </Section>
      <Split<OfProduct> title={t('byProduct')} first={product} rows={products} rowKey={(one) => `${one.bank_name} ${one.product}`} />
      {stages && <Stages rows={stages} />}
      <Split<OfMonth> title={t('byMonth')} first={month} rows={months} rowKey={(one) => one.month} />
      {rejections.length > 0 && (
        <Section title={t('rejections')}>
          <Rows label={t('rejections')} columns={reasons} rows={rejections} rowKey={(one) => one.reason} />
        </Section>
      )}
    </>
  )
}

/** Stages are told to those of the zone, who read its published years and their scheme as well. */
function Stages({ rows }: { rows: readonly OfStage[] }) {
  const t = loans.use()
  const published = useQuery(publishedQuery)
  const scheme = useScheme(published.data?.[0]?.batch.scheme)
  const stage: Column<OfStage> = { key: 'stage', title: t('stage'), render: (one) => (one.stage ? codeName(scheme?.stages, one.stage) : t('unstaged')), still: true }
  return <Split<OfStage> title={t('byStage')} first={stage} rows={rows} rowKey={(one) => one.stage ?? ''} />
}

interface SplitProps<Line> {
  title: string
  first: Column<Line>
  rows: readonly Line[]
  rowKey: (line: Line) => string
}

/** The numbers split by something. */
function Split<Line extends { sums: LoanFigures['total'] }>({ title, first, rows, rowKey }: SplitProps<Line>) {
  const t = loans.use()
  const number = (key: string, name: string, of: (sums: Line['sums']) => string | number | null | undefined): Column<Line> => ({ key, title: name, render: ({ sums }) => of(sums) ?? '—', number: true })
  const columns: Column<Line>[] = [
    first,
    number('applied', t('applied'), ({ applied }) => applied),
    number('approved', t('approved'), ({ approved }) => approved),
    number('rejected', t('rejected'), ({ rejected }) => rejected),
    number('granted', t('granted'), ({ granted }) => grouped(granted)),
    number('drawn', t('drawn'), ({ drawn }) => grouped(drawn)),
    number('outstanding', t('outstanding'), ({ outstanding }) => grouped(outstanding)),
    number('overdue', t('overdueSum'), ({ overdue_outstanding: overdue }) => grouped(overdue)),
    number('days', t('days'), ({ days_to_decision: days }) => days),
    number('rate', t('meanRate'), ({ granted_percent: rate }) => rate),
    number('reference', t('offeredRate'), ({ reference_percent: rate }) => rate),
    number('first', t('firstBorrowers'), ({ first_borrowers: count }) => count),
    number('stars', t('stars'), ({ stars }) => stars),
  ]
  return (
    <Section title={title}>
      <SaveTable title={title}>
        <Rows<Line> label={title} columns={columns} rows={rows} rowKey={rowKey} />
      </SaveTable>
    </Section>
  )
}

export { FiguresPage as Component }
