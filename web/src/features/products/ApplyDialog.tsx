import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { LoanProduct } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { nameOf } from '@/shared/words/common'
import { ungrouped } from '@/shared/words/values'
import type { MyOffer } from './OfferCard'
import { products } from './words'

type Repayment = LoanProduct['repayments'][number]

/** Applies for a loan under a product whose bank is on the platform. */
export function ApplyDialog({ offer, onClose }: { offer: MyOffer; onClose: () => void }) {
  const t = products.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const { product } = offer
  const apply = async ({ amount = '', months = '', repayment = '', purpose = '' }: Record<string, string>) => {
    const body = { product: product.code, amount: ungrouped(amount), months: Number(months), repayment: repayment as Repayment, purpose }
    const loan = await good(api.POST('/api/v1/loans', { params: { header: { 'Idempotency-Key': key } }, body }))
    await client.invalidateQueries({ queryKey: ['loans'] })
    message.success(t('applied'))
    await navigate(`/loans/${loan.id}`)
  }
  const fields = (
    <>
      <Field name="amount" label={t('amount')} required>
        <Input inputMode="decimal" autoComplete="off" />
      </Field>
      <Field name="months" label={t('termMonths')} required extra={t('months', { least: product.least_months, most: product.most_months })}>
        <Input type="number" min={product.least_months} max={product.most_months} />
      </Field>
      <Field name="repayment" label={t('repayments')} required>
        <Choice always options={product.repayments.map((value) => ({ value, label: nameOf('repayment', value) }))} />
      </Field>
      <Field name="purpose" label={t('loanPurpose')} required>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </>
  )
  const limit = offer.limit && offer.limit !== '0' ? offer.limit : ''
  return (
    <ConfirmDialog
      title={t('applyTitle', { name: product.name })}
      submit={t('apply')}
      fields={fields}
      initialValues={{ amount: limit, months: String(Math.min(12, product.most_months)), repayment: product.repayments[0] }}
      onSubmit={apply}
      onClose={onClose}
    >
      <p>{t('applyAbout', { bank: product.bank })}</p>
      <p>
        <Link to="/consents">{t('goConsents')}</Link>
      </p>
    </ConfirmDialog>
  )
}
