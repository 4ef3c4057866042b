import { Link } from 'react-router'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Example } from '@/shared/ui/Example'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import type { Mine, MyOffer } from './OfferCard'
import { products } from './words'

/** Products that the enterprise may or might borrow under, cheapest first; those that do not lend so come last. */
export function byCost(offers: MyOffer[]): MyOffer[] {
  const open = offers.filter(({ standing }) => standing === 'eligible' || standing === 'bank-check')
  const net = ({ cost, within }: MyOffer) => (cost && within !== false ? Number(cost.net) : Infinity)
  return [...open].sort((one, other) => net(one) - net(other) || (one.product.code < other.product.code ? -1 : 1))
}

/** What the loan asked for costs under each product. */
export function Comparison({ mine }: { mine: Mine }) {
  const t = products.use()
  const money = (of: (cost: NonNullable<MyOffer['cost']>) => string) => (one: MyOffer) => (one.cost ? grouped(of(one.cost)) : '—')
  const note = ({ cost, within, standing }: MyOffer) => {
    if (!cost) return t('costNone')
    if (within === false) return t('beyond')
    return standing === 'bank-check' ? t('bankCheck') : ''
  }
  const columns: Column<MyOffer>[] = [
    {
      key: 'product',
      title: t('product'),
      render: ({ product }) => (
        <>
          <Link to={`/products/${product.code}`}>{product.name}</Link> <Example official={product.official} />
        </>
      ),
    },
    { key: 'repayment', title: t('repayments'), render: ({ cost }) => (cost ? nameOf('repayment', cost.repayment) : '—'), still: true },
    { key: 'rate', title: t('rate'), render: (one) => one.yearly_percent, number: true },
    { key: 'interest', title: t('interestOf'), render: money((cost) => cost.interest), number: true },
    { key: 'fees', title: t('feesYuan'), render: money((cost) => cost.fees), number: true },
    { key: 'subsidy', title: t('subsidyYuan'), render: money((cost) => cost.subsidy), number: true },
    { key: 'net', title: t('net'), render: money((cost) => cost.net), number: true },
    { key: 'yearly', title: t('yearlyCost'), render: ({ cost }) => cost?.yearly_percent ?? '—', number: true },
    { key: 'note', title: t('remarks'), render: note },
  ]
  return (
    <Section title={t('comparison')} about={t('comparisonAbout')}>
      <Rows<MyOffer> label={t('comparison')} columns={columns} rows={byCost(mine.offers)} rowKey={(one) => one.product.code} />
    </Section>
  )
}
