import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { LoanPage, RejectReason } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { nameOf } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { grouped, ungrouped } from '@/shared/words/values'
import type { Doing } from './moves'
import { loans } from './words'

const REASONS: readonly RejectReason[] = ['points', 'credit', 'ability', 'purpose', 'material', 'quota', 'other']
const NOTED: readonly Doing[] = ['ask', 'answer', 'send-back', 'reject', 'fall-due']

/** One step of a loan: asks for what it needs. */
export function StepDialog({ loan, doing, onClose }: { loan: LoanPage; doing: Doing; onClose: () => void }) {
  const t = loans.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const submit = async (values: Record<string, string>) => {
    await (doing === 'draw' || doing === 'repay' ? enter(loan, doing, values, key) : move(loan, doing, values))
    await client.invalidateQueries({ queryKey: ['loans'] })
    message.success(t('done'))
  }
  const terms = { amount: grouped(loan.granted ?? ''), yearly: loan.yearly_percent ?? '', months: loan.granted_months ?? '', until: loan.valid_until ?? '' }
  const about = doing === 'confirm' ? t('confirmAbout', terms) : doing === 'propose' ? t('proposeAbout') : ''
  const help = doing === 'ask' ? t('askHelp') : doing === 'answer' ? t('answerHelp') : t('noteHelp')
  return (
    <ConfirmDialog
      title={t(doing)}
      submit={t(doing)}
      danger={doing === 'reject' || doing === 'withdraw'}
      fields={<Needed loan={loan} doing={doing} />}
      initialValues={{ terms_amount: loan.amount, months: String(loan.months), yearly_percent: loan.reference_percent ?? '', on: today() }}
      {...(NOTED.includes(doing) && { reason: { label: t('note'), help } })}
      onSubmit={submit}
      onClose={onClose}
    >
      {about && <p>{about}</p>}
    </ConfirmDialog>
  )
}

function enter(loan: LoanPage, kind: 'draw' | 'repay', { amount = '', on = '', reference = '' }: Record<string, string>, key: string) {
  const params = { path: { id: loan.id }, header: { 'Idempotency-Key': key } }
  return good(api.POST('/api/v1/loans/{id}/entries', { params, body: { kind, amount: ungrouped(amount), on, ...(reference && { reference }) } }))
}

function move(loan: LoanPage, action: Exclude<Doing, 'draw' | 'repay'>, values: Record<string, string>) {
  const { reason, reject_reason: why, contract, first_loan: first, terms_amount: amount = '', yearly_percent = '', months = '', conditions, valid_until = '' } = values
  const terms = action === 'propose' ? { amount: ungrouped(amount), yearly_percent, months: Number(months), valid_until, ...(conditions && { conditions }) } : undefined
  const params = { path: { id: loan.id }, header: { 'If-Match': `"${loan.version}"` } }
  const body = { action, ...(reason && { note: reason }), ...(why && { reject_reason: why as RejectReason }), ...(contract && { contract }), ...(first && { first_loan: first === 'true' }), ...(terms && { terms }) }
  return good(api.POST('/api/v1/loans/{id}/moves', { params, body }))
}

/** The fields of a step. */
function Needed({ loan, doing }: { loan: LoanPage; doing: Doing }): ReactNode {
  const t = loans.use()
  if (doing === 'propose') {
    return (
      <>
        <Field name="terms_amount" label={t('termsAmount')} required extra={t('amountHelp')}>
          <Input inputMode="decimal" />
        </Field>
        <Field name="yearly_percent" label={t('yearly')} required>
          <Input inputMode="decimal" />
        </Field>
        <Field name="months" label={t('grantedMonths')} required>
          <Input type="number" min={1} max={360} />
        </Field>
        <Field name="valid_until" label={t('validUntil')} required>
          <Input type="date" />
        </Field>
        <Field name="conditions" label={t('conditions')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
      </>
    )
  }
  if (doing === 'reject') {
    return (
      <Field name="reject_reason" label={t('rejectReason')} required>
        <Choice options={REASONS.map((value) => ({ value, label: nameOf('rejectReason', value) }))} />
      </Field>
    )
  }
  if (doing === 'sign') {
    return (
      <>
        <Field name="contract" label={t('contract')} required>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="first_loan" label={t('firstLoan')} extra={t('firstLoanHelp')}>
          <Choice nothing={t('unsaid')} options={[{ value: 'true', label: t('firstYes') }, { value: 'false', label: t('firstNo') }]} />
        </Field>
      </>
    )
  }
  if (doing === 'draw' || doing === 'repay') {
    return (
      <>
        <Field name="amount" label={t('money')} required extra={`${t('outstanding')} ${grouped(loan.outstanding)}`}>
          <Input inputMode="decimal" autoComplete="off" />
        </Field>
        <Field name="on" label={t('on')} required>
          <Input type="date" />
        </Field>
        <Field name="reference" label={t('refer')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
      </>
    )
  }
  return null
}
