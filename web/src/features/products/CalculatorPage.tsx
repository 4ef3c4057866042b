import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type SyntheticEvent } from 'react'
import { useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { LoanProduct } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped, ungrouped } from '@/shared/words/values'
import { products } from './words'

type Schedule = components['schemas']['LoanSchedule']
type Repayment = LoanProduct['repayments'][number]
type Count = 'months' | 'days-360' | 'days-365'
const WAYS: readonly Repayment[] = ['equal-instalments', 'equal-principal', 'monthly-interest', 'at-maturity']
const COUNTS: readonly Count[] = ['months', 'days-360', 'days-365']
const USUAL = { amount: '1000000', yearly: '3.85', months: '12', repayment: 'equal-instalments', count: 'months', drawn_on: '' }
type Loan = typeof USUAL

/** A repayment schedule from amount, rate, term and way of repaying; the loan is kept in the address. */
export function CalculatorPage() {
  const t = products.use()
  const [address, setAddress] = useSearchParams()
  const loan = Object.fromEntries(Object.entries(USUAL).map(([key, usual]) => [key, address.get(key) ?? usual])) as Loan
  const found = useQuery({
    queryKey: ['products', 'schedule', loan],
    queryFn: ({ signal }) => {
      const { amount, yearly, months, repayment, count, drawn_on: day } = loan
      const query = { amount, yearly, months: Number(months), repayment: repayment as Repayment, count: count as Count, ...(day && { drawn_on: day }) }
      return good(api.GET('/api/v1/loan-schedule', { params: { query }, signal }))
    },
    retry: false,
  })
  return (
    <Page title={t('calculator')} about={t('calculatorAbout')}>
      <Loan key={address.toString()} loan={loan} onCount={(next) => setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')))} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Counted schedule={found.data} />}
    </Page>
  )
}

function Loan({ loan, onCount }: { loan: Loan; onCount: (loan: Loan) => void }) {
  const t = products.use()
  const [wanted, setWanted] = useState(loan)
  const set = (key: keyof Loan) => (value: string) => setWanted({ ...wanted, [key]: value })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    onCount({ ...wanted, amount: ungrouped(wanted.amount) })
  }
  const field = (key: keyof Loan, label: string, more: { type?: string; inputMode?: 'decimal' } = {}) => (
    <label>
      <span>{label}</span>
      <Input aria-label={label} value={wanted[key]} onChange={(event) => set(key)(event.target.value)} {...more} />
    </label>
  )
  return (
    <form className="card search" onSubmit={submit}>
      {field('amount', t('amount'), { inputMode: 'decimal' })}
      {field('yearly', t('yearly'), { inputMode: 'decimal' })}
      {field('months', t('termMonths'), { type: 'number' })}
      <label>
        <span>{t('repayments')}</span>
        <Choice aria-label={t('repayments')} value={wanted.repayment} options={WAYS.map((value) => ({ value, label: nameOf('repayment', value) }))} onChange={(value) => set('repayment')(value ?? USUAL.repayment)} always />
      </label>
      <label>
        <span>{t('counting')}</span>
        <Choice aria-label={t('counting')} value={wanted.count} options={COUNTS.map((value) => ({ value, label: t(`count.${value}`) }))} onChange={(value) => set('count')(value ?? USUAL.count)} always />
      </label>
      {field('drawn_on', t('drawnOn'), { type: 'date' })}
      <Button htmlType="submit" type="primary">
        {t('count_')}
      </Button>
    </form>
  )
}

type Line = Schedule['instalments'][number] & { nr: number }

function Counted({ schedule }: { schedule: Schedule }) {
  const t = products.use()
  const columns: Column<Line>[] = [
    { key: 'nr', title: t('nr'), render: (line) => line.nr, number: true },
    { key: 'due', title: t('due'), render: (line) => line.due, still: true },
    { key: 'payment', title: t('payment'), render: (line) => grouped(line.payment), number: true },
    { key: 'principal', title: t('principal'), render: (line) => grouped(line.principal), number: true },
    { key: 'interest', title: t('interestOf'), render: (line) => grouped(line.interest), number: true },
    { key: 'balance', title: t('balance'), render: (line) => grouped(line.balance), number: true },
  ]
  const lines = schedule.instalments.map((line, index) => ({ ...line, nr: index + 1 }))
  return (
    <Section title={t('schedule')}>
      <Facts
        facts={[
          [t('interest'), grouped(schedule.interest)],
          [t('paid'), grouped(schedule.paid)],
          [t('yearlyCost'), schedule.yearly_percent ?? '—'],
        ]}
      />
      <Rows<Line> label={t('schedule')} columns={columns} rows={lines} rowKey={(line) => line.due} />
    </Section>
  )
}

export { CalculatorPage as Component }
