import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Clauses } from '@/shared/ui/Clauses'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Prose } from '@/shared/ui/Prose'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { products } from './words'

type Shown = components['schemas']['LoanProductPage']

/** One product: for whom, how much, at which rate, what it costs, whom to ask; and the rule file it is. */
export function ProductPage() {
  const t = products.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/products/{id}', { params: { path: { id } }, signal })),
  })
  const product = found.data
  if (!product) {
    return (
      <Page title={t('title')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  return (
    <Page title={product.name} about={product.note} actions={<Link to="/products">{t('back')}</Link>}>
      <ProductFacts product={product} />
      <Section title={t('conditions')}>
        <Clauses clauses={product.conditions} />
      </Section>
      {product.officer_checks.length > 0 && (
        <Section title={t('checks')}>
          <Clauses clauses={product.officer_checks} />
        </Section>
      )}
      <Section title={t('text')}>
        <Prose text={product.text} />
      </Section>
      <section className="card">
        <details>
          <summary>{t('source')}</summary>
          <pre className="code">
            {product.source}
          </pre>
        </details>
      </section>
    </Page>
  )
}

function ProductFacts({ product }: { product: Shown }) {
  const t = products.use()
  const time = product.until ? t('fromTo', { from: product.from, until: product.until }) : t('from', { from: product.from })
  const facts: [string, ReactNode][] = [
    [t('bank'), product.bank],
    [t('purpose'), product.purpose],
    [t('security'), nameOf('security', product.security)],
    [t('term'), t('months', { least: product.least_months, most: product.most_months })],
    [t('repayments'), product.repayments.map((way) => nameOf('repayment', way)).join('、')],
    [t('caps'), product.caps.join('；')],
    [t('fees'), <Fees key="fees" product={product} />],
    ...(product.subsidy_percent ? ([[t('subsidy'), <Subsidy key="subsidy" product={product} />]] as [string, ReactNode][]) : []),
    [t('regions'), product.regions.length > 0 ? product.regions.join('、') : t('everywhere')],
    [
      t('inForce'),
      <span key="time">
        {time} {!product.on_shelf && <span className="badge badge-bad">✕ {t('offShelf')}</span>}
      </span>,
    ],
    ...(product.materials.length > 0 ? ([[t('materials'), product.materials.join('、')]] as [string, ReactNode][]) : []),
    [t('service'), product.working_days && t('days', { days: product.working_days })],
    [t('contact'), product.contact],
    ...(product.basis.length > 0 ? ([[t('basis'), product.basis.join('；')]] as [string, ReactNode][]) : []),
    ...(product.remarks.length > 0 ? ([[t('remarks'), product.remarks.join(' ')]] as [string, ReactNode][]) : []),
    [
      t('version'),
      <span key="version">
        {product.version} <Example official={product.official} />
      </span>,
    ],
  ]
  return (
    <Section title={t('facts')}>
      <Facts facts={facts} />
    </Section>
  )
}

function Fees({ product }: { product: Shown }) {
  const t = products.use()
  if (product.fees.length === 0) return <>{t('noFees')}</>
  const text = ({ name, yearly_percent: yearly, once_percent: once, amount }: Shown['fees'][number]) =>
    yearly ? t('feeYearly', { name, percent: yearly }) : once ? t('feeOnce', { name, percent: once }) : t('feeAmount', { name, amount: grouped(amount ?? '') })
  return <>{product.fees.map(text).join('；')}</>
}

function Subsidy({ product }: { product: Shown }) {
  const t = products.use()
  const percent = product.subsidy_percent ?? ''
  const text = product.subsidy_cap ? t('subsidyText', { percent, cap: grouped(product.subsidy_cap) }) : t('subsidyOpen', { percent })
  return product.subsidy_policy ? <Link to={`/policies/${product.subsidy_policy}`}>{text}</Link> : <>{text}</>
}

export { ProductPage as Component }
