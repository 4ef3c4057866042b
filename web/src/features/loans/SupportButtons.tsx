import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Fund, LoanPage } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { fundsQuery } from '@/shared/funds/funds'
import { may, useMe } from '@/shared/me/me'
import { today } from '@/shared/words/time'
import { ungrouped } from '@/shared/words/values'
import { moneyFor, stepsFor, type Money, type Step } from './support'
import { support } from './supportWords'

/** What a zone does for a loan: steps, and money of its funds. */
export function SupportButtons({ loan }: { loan: LoanPage }) {
  const t = support.use()
  const me = useMe()
  const [step, setStep] = useState<Step | null>(null)
  const [money, setMoney] = useState<Money | null>(null)
  return (
    <>
      {stepsFor(loan).map((one) => (
        <Button key={one} onClick={() => setStep(one)}>
          {t(one)}
        </Button>
      ))}
      {may(me, 'fund:enter') &&
        moneyFor(loan).map((one) => (
          <Button key={one} onClick={() => setMoney(one)}>
            {t(one)}
          </Button>
        ))}
      {step && <StepDialog loan={loan} step={step} onClose={() => setStep(null)} />}
      {money && <MoneyDialog loan={loan} kind={money} onClose={() => setMoney(null)} />}
    </>
  )
}

function StepDialog({ loan, step, onClose }: { loan: LoanPage; step: Step; onClose: () => void }) {
  const t = support.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const take = async (values: Record<string, string>) => {
    const params = { path: { id: loan.id }, header: { 'Idempotency-Key': key } }
    await good(api.POST('/api/v1/loans/{id}/steps', { params, body: { kind: step, ...filled(values) } }))
    for (const read of ['loans', 'funds']) await client.invalidateQueries({ queryKey: [read] })
    message.success(t('done'))
  }
  const note = (
    <Field key="note" name="note" label={t(step === 'recommend' ? 'recommendNote' : 'note')} required={step === 'recommend'}>
      <Input.TextArea rows={3} maxLength={500} />
    </Field>
  )
  const own: Record<Step, ReactNode> = {
    recommend: null,
    guarantee: (
      <Field name="guarantor" label={t('guarantor')} required>
        <Input maxLength={100} autoComplete="off" />
      </Field>
    ),
    file: (
      <>
        <FundField kind="risk" />
        <Field name="share_percent" label={t('share')} required extra={t('shareHelp')}>
          <Input inputMode="decimal" autoComplete="off" />
        </Field>
      </>
    ),
  }
  const reference = step !== 'recommend' && (
    <Field name="reference" label={t('reference')}>
      <Input maxLength={100} autoComplete="off" />
    </Field>
  )
  const fields = [own[step], reference, note]
  return (
    <ConfirmDialog title={t(step)} submit={t(step)} fields={<>{fields}</>} onSubmit={take} onClose={onClose}>
      <p>{t(`${step}About`)}</p>
    </ConfirmDialog>
  )
}

function MoneyDialog({ loan, kind, onClose }: { loan: LoanPage; kind: Money; onClose: () => void }) {
  const t = support.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const enter = async ({ fund_id: fund = '', amount = '', on = '', ...rest }: Record<string, string>) => {
    const params = { path: { id: fund }, header: { 'Idempotency-Key': key } }
    const body = { kind, amount: ungrouped(amount), on, loan_id: loan.id, ...filled(rest) }
    await good(api.POST('/api/v1/funds/{id}/entries', { params, body }))
    for (const read of ['loans', 'funds', 'fund-entries']) await client.invalidateQueries({ queryKey: [read] })
    message.success(t('entered'))
  }
  const fields = (
    <>
      <FundField kind={kind === 'compensate' || kind === 'recover' ? 'risk' : 'interest'} />
      <Field name="amount" label={t('amount')} required>
        <Input inputMode="decimal" autoComplete="off" />
      </Field>
      <Field name="on" label={t('on')} required extra={t('onHelp')}>
        <Input type="date" />
      </Field>
      {kind === 'subsidise' && (
        <>
          <Field name="from" label={t('from')} required>
            <Input type="date" />
          </Field>
          <Field name="until" label={t('until')} required>
            <Input type="date" />
          </Field>
        </>
      )}
      <Field name="reference" label={t('reference')}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t(kind)} submit={t(kind)} fields={fields} initialValues={{ on: today() }} onSubmit={enter} onClose={onClose}>
      <p>{t('moneyAbout')}</p>
    </ConfirmDialog>
  )
}

/** Which fund of a kind. */
function FundField({ kind }: { kind: Fund['kind'] }) {
  const t = support.use()
  const known = useQuery(fundsQuery)
  const of = (known.data?.funds ?? []).filter((fund) => fund.kind === kind)
  return (
    <Field name="fund_id" label={t('fund')} required {...(known.data && of.length === 0 && { extra: t('noFunds') })}>
      <Choice options={of.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  )
}

/** What was filled in, without what was left empty. */
function filled(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
