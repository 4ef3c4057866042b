import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Consent } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Choices } from '@/shared/controls/Choices'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common, nameOf } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { FIELDS, PURPOSES, type ConsentField } from './names'
import { consents } from './words'

interface Terms {
  bank_id: string
  fields: ConsentField[]
  purpose: Consent['purpose']
  valid_until: string
}

/** Half a year from today, the usual term. */
function usualEnd(): string {
  const day = new Date(`${today()}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 180)
  return day.toISOString().slice(0, 10)
}

/** What is granted, then the text to be agreed to. */
export function GrantDialog({ onClose }: { onClose: () => void }) {
  const t = consents.use()
  const c = common.use()
  const [terms, setTerms] = useState<Terms | null>(null)
  const [text, setText] = useState<{ text: string; digest: string } | null>(null)
  const banks = useQuery({ queryKey: ['banks'], queryFn: ({ signal }) => good(api.GET('/api/v1/banks', { signal })) })
  const read = async (values: Terms) => {
    const query = { ...values, fields: values.fields.join(',') }
    setText(await good(api.GET('/api/v1/consent-text', { params: { query } })))
    setTerms(values)
  }
  const options = FIELDS.map((value) => ({ value, label: nameOf('consentField', value), ...(value === 'contacts' && { about: t('contactsHelp') }) }))
  return (
    <Modal title={t(text ? 'agreeTitle' : 'grantTitle')} open onCancel={onClose} footer={null} destroyOnHidden mask={{ closable: false }} closable={{ 'aria-label': c('close') }}>
      <ProblemAlert error={banks.error} onRetry={() => void banks.refetch()} />
      {banks.isPending && <Loading />}
      {banks.data?.length === 0 && <p>{t('noBanks')}</p>}
      {banks.data && banks.data.length > 0 && !text && (
        <ServerForm<Terms>
          label={t('grantTitle')}
          submit={t('read')}
          initialValues={terms ?? { fields: ['profile', 'labels', 'points'], purpose: 'credit-review', valid_until: usualEnd() }}
          onSubmit={read}
          secondary={<Button onClick={onClose}>{c('cancel')}</Button>}
        >
          <div className="stack dialog-text">
            <p>{t('grantAbout')}</p>
          </div>
          <Field name="bank_id" label={t('bank')} required>
            <Choice options={banks.data.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <Field name="fields" label={t('fields')} required normalize={asList}>
            <Choices label={t('fields')} options={options} />
          </Field>
          <Field name="purpose" label={t('purpose')} required>
            <Choice always options={PURPOSES.map((value) => ({ value, label: nameOf('consentPurpose', value) }))} />
          </Field>
          <Field name="valid_until" label={t('validUntil')} required>
            <Input type="date" />
          </Field>
        </ServerForm>
      )}
      {text && terms && <Agree terms={terms} text={text} onBack={() => setText(null)} onClose={onClose} />}
    </Modal>
  )
}

function Agree({ terms, text, onBack, onClose }: { terms: Terms; text: { text: string; digest: string }; onBack: () => void; onClose: () => void }) {
  const t = consents.use()
  const c = common.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const grant = async () => {
    await good(api.POST('/api/v1/consents', { params: { header: { 'Idempotency-Key': key } }, body: { ...terms, digest: text.digest } }))
    await client.invalidateQueries({ queryKey: ['consents'] })
    message.success(t('granted'))
    onClose()
  }
  return (
    <ServerForm<Record<string, never>> label={t('agreeTitle')} submit={t('agree')} onSubmit={grant} secondary={<Button onClick={onBack}>{c('previousStep')}</Button>}>
      <div className="stack dialog-text">
        <p>{text.text}</p>
      </div>
    </ServerForm>
  )
}
