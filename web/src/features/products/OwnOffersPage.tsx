import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type SyntheticEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'
import type { LoanProduct } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { ungrouped } from '@/shared/words/values'
import { ApplyDialog } from './ApplyDialog'
import { Comparison } from './Comparison'
import { OfferCard, type Mine, type MyOffer } from './OfferCard'
import { products } from './words'

type Repayment = LoanProduct['repayments'][number]
const WAYS: readonly Repayment[] = ['equal-instalments', 'equal-principal', 'monthly-interest', 'at-maturity']

/** What the own enterprise could borrow under every product, why, and what it would cost. */
export function OwnOffersPage() {
  const t = products.use()
  const [address] = useSearchParams()
  const own = useQuery({
    queryKey: ['enterprises', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises', { params: { query: { limit: 1 } }, signal })),
  })
  const id = own.data?.items[0]?.id
  const amount = address.get('amount')
  const months = address.get('months')
  const repayment = address.get('repayment')
  const query = amount ? { amount, months: Number(months ?? 12), ...(repayment && { repayment: repayment as Repayment }) } : {}
  const found = useQuery({
    queryKey: ['products', 'own', id, query],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}/offers', { params: { path: { id: id ?? '' }, query }, signal })),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const mine = found.data
  const nothingYet = codeOf(found.error) === 'wrong-state'
  return (
    <Page title={t('own')} about={mine && t('ownAbout', { year: mine.year, on: mine.on, note: mine.note })}>
      <Compare />
      {!nothingYet && <ProblemAlert error={found.error ?? own.error} onRetry={() => void found.refetch()} />}
      {(own.isPending || (found.isPending && id !== undefined)) && <Loading />}
      {nothingYet && <Empty title={t('ownNone')} {...(found.error && { about: found.error.message })} />}
      {mine && amount && <Comparison mine={mine} />}
      {mine && <Sorted mine={mine} />}
    </Page>
  )
}

/** The loan whose cost is compared; kept in the address. */
function Compare() {
  const t = products.use()
  const [address, setAddress] = useSearchParams()
  const [amount, setAmount] = useState(address.get('amount') ?? '')
  const [months, setMonths] = useState(address.get('months') ?? '12')
  const [repayment, setRepayment] = useState(address.get('repayment') ?? '')
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const plain = ungrouped(amount)
    setAddress(plain ? { amount: plain, months, ...(repayment && { repayment }) } : {})
  }
  const ways = [{ value: '', label: t('usual') }, ...WAYS.map((value) => ({ value, label: nameOf('repayment', value) }))]
  return (
    <Section title={t('compare')} about={t('compareAbout')}>
      <form className="search" onSubmit={submit}>
        <label>
          <span>{t('amount')}</span>
          <Input inputMode="decimal" aria-label={t('amount')} value={amount} onChange={(event) => setAmount(event.target.value)} />
        </label>
        <label>
          <span>{t('termMonths')}</span>
          <Input type="number" min={1} max={360} aria-label={t('termMonths')} value={months} onChange={(event) => setMonths(event.target.value)} />
        </label>
        <label>
          <span>{t('repayments')}</span>
          <Choice aria-label={t('repayments')} value={repayment} options={ways} onChange={(value) => setRepayment(value ?? '')} always />
        </label>
        <Button htmlType="submit" type="primary">
          {t('count_')}
        </Button>
      </form>
    </Section>
  )
}

function Sorted({ mine }: { mine: Mine }) {
  const t = products.use()
  const of = (standing: MyOffer['standing']) => mine.offers.filter((one) => one.standing === standing)
  return (
    <>
      <Section title={t('eligible')}>
        <Offers all={of('eligible')} />
      </Section>
      {of('bank-check').length > 0 && (
        <Section title={t('bankCheck')}>
          <Offers all={of('bank-check')} />
        </Section>
      )}
      <Section title={t('notEligible')}>
        <Offers all={of('not-eligible')} />
      </Section>
      <Section title={t('cannotTell')} actions={<Link to="/filings">{t('fill')}</Link>}>
        <Offers all={of('cannot-tell')} />
      </Section>
    </>
  )
}

function Offers({ all }: { all: MyOffer[] }) {
  const t = products.use()
  const [applying, setApplying] = useState<MyOffer | null>(null)
  if (all.length === 0) return <p className="about">{t('nothingHere')}</p>
  return (
    <>
      <ul className="plain-list stack">
        {all.map((one) => (
          <OfferCard key={one.product.code} offer={one} onApply={() => setApplying(one)} />
        ))}
      </ul>
      {applying && <ApplyDialog offer={applying} onClose={() => setApplying(null)} />}
    </>
  )
}

export { OwnOffersPage as Component }
