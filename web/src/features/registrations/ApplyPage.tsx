import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Result } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { Field } from '@/shared/form/Field'
import { StepForm } from '@/shared/form/StepForm'
import { Door } from '@/shared/layout/Door'
import { CopyText } from '@/shared/ui/CopyText'
import { Facts } from '@/shared/ui/Facts'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { registrations } from './words'

interface Values {
  zone_id: string
  name: string
  credit_code: string
  contact: string
  login: string
}

/** An enterprise asks to be let in, without an account. */
export function ApplyPage() {
  const t = registrations.use()
  const [form] = Form.useForm<Values>()
  const [number, setNumber] = useState<string | null>(null)
  const zones = useQuery({ queryKey: ['zones'], queryFn: ({ signal }) => good(api.GET('/api/v1/zones', { signal })) })
  const apply = async (body: Values) => setNumber((await good(api.POST('/api/v1/registrations', { body }))).id)
  if (number !== null) {
    return (
      <Door title={t('applied')} wide>
        <Result status="success" subTitle={t('appliedAbout', { id: number })} />
        <CopyText text={number} label={t('applied')} />
      </Door>
    )
  }
  const options = (zones.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Door title={t('applyTitle')} about={t('applyAbout')} wide>
      <ProblemAlert error={zones.error} onRetry={() => void zones.refetch()} />
      {zones.data?.length === 0 && <Alert className="problem" type="info" showIcon title={t('noZones')} />}
      <StepForm<Values>
        label={t('applyTitle')}
        form={form}
        submit={t('apply')}
        onSubmit={apply}
        steps={[
          { title: t('stepEnterprise'), fields: ['zone_id', 'name', 'credit_code'], content: <Enterprise options={options} /> },
          { title: t('stepContact'), fields: ['contact', 'login'], content: <Contact /> },
          { title: t('stepCheck'), fields: [], content: <Check options={options} /> },
        ]}
      />
      <div className="door-links">
        <Link to="/sign-in">{t('toSignIn')}</Link>
      </div>
    </Door>
  )
}

function Enterprise({ options }: { options: { value: string; label: string }[] }) {
  const t = registrations.use()
  return (
    <>
      <Field name="zone_id" label={t('zone')} required>
        <Choice options={options} />
      </Field>
      <Field name="name" label={t('name')} required extra={t('nameHelp')}>
        <Input maxLength={100} autoComplete="organization" />
      </Field>
      <Field name="credit_code" label={t('code')} required extra={t('codeHelp')}>
        <Input maxLength={30} autoComplete="off" spellCheck={false} />
      </Field>
    </>
  )
}

function Contact() {
  const t = registrations.use()
  return (
    <>
      <Field name="contact" label={t('contactName')} required extra={t('contactHelp')}>
        <Input maxLength={100} autoComplete="name" />
      </Field>
      <Field name="login" label={t('login')} required extra={t('loginHelp')}>
        <Input maxLength={64} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
    </>
  )
}

function Check({ options }: { options: { value: string; label: string }[] }) {
  const t = registrations.use()
  const form = Form.useFormInstance<Values>()
  const values = form.getFieldsValue(true) as Values
  return (
    <div className="stack">
      <p>{t('checkAbout')}</p>
      <Facts
        facts={[
          [t('zone'), options.find(({ value }) => value === values.zone_id)?.label],
          [t('name'), values.name],
          [t('code'), values.credit_code],
          [t('contactName'), values.contact],
          [t('login'), values.login],
        ]}
      />
    </div>
  )
}

export { ApplyPage as Component }
