import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { ApplicationForm } from '@/shared/api/types'
import { EvidenceInput } from '@/shared/attachments/EvidenceInput'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { Badge } from '@/shared/ui/Badge'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { Data } from './Data'
import { applications } from './words'

/** Applies under a policy: data are filled in, only materials are added. */
export function ApplyPage() {
  const t = applications.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['policy-applications', 'form', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/policy-applications/form', { params: { query: { policy: id } }, signal })),
    staleTime: 0,
    retry: false,
  })
  const form = found.data
  return (
    <Page title={form ? t('applyTitle', { policy: form.policy_name }) : t('application')} about={form?.note} actions={<Link to="/my-policies">{t('backToPolicies')}</Link>}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {form && (
        <>
          <About form={form} />
          {form.open ? <HandIn form={form} /> : <Closed form={form} />}
          <Questions form={form} />
          <Data data={form.data} />
        </>
      )}
    </Page>
  )
}

function About({ form }: { form: ApplicationForm }) {
  const t = applications.use()
  const facts: [string, ReactNode][] = [
    [
      t('policy'),
      <span key="policy">
        <Link to={`/policies/${form.policy}`}>{t('whole')}</Link> <Example official={form.official} />
      </span>,
    ],
    [t('way'), nameOf('policyWay', form.way)],
    [t('period'), form.period],
    [t('standing'), <Badge key="state" group="entitlement" word={form.standing} />],
    [
      t('claimed'),
      form.claimed && (
        <span key="claimed">
          {grouped(form.claimed)} <small>{t('claimedNote')}</small>
        </span>
      ),
    ],
  ]
  return (
    <Section title={t('applyFacts')}>
      <Facts facts={facts} />
    </Section>
  )
}

/** Why nobody can apply now. */
function Closed({ form }: { form: ApplicationForm }) {
  const t = applications.use()
  const reasons = (
    <>
      {form.application_id && (
        <>
          <p>{t('already')}</p>
          <Link to={`/policy-applications/${form.application_id}`}>{t('seeIt')}</Link>
        </>
      )}
      {form.way === 'without-application' && <p>{t('free')}</p>}
      {!form.application_id && (
        <ul>
          {form.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  )
  return <Alert type="info" showIcon title={t('cannot')} description={reasons} />
}

function Questions({ form }: { form: ApplicationForm }) {
  const t = applications.use()
  if (form.questions.length === 0) return null
  return (
    <Section title={t('checks')} about={t('checksAbout')}>
      <ul>
        {form.questions.map((one) => (
          <li key={one.code}>{one.question}</li>
        ))}
      </ul>
    </Section>
  )
}

function HandIn({ form }: { form: ApplicationForm }) {
  const t = applications.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const participant = form.participant_id
  const atOnce = form.way === 'on-request' && form.questions.length === 0
  const clock = form.working_days && form.due_on ? t('applyDays', { days: form.working_days, due: form.due_on }) : t('applyFree')
  const send = async (values: Record<string, string | undefined>) => {
    const materials = form.materials.flatMap((_, place) => {
      const attachment = values[`material_${place}`]
      return attachment ? [{ material: place, attachment_id: attachment }] : []
    })
    const made = await good(api.POST('/api/v1/policy-applications', { params: { header: { 'Idempotency-Key': key } }, body: { policy: form.policy, materials } }))
    message.success(t('submitted'))
    await navigate(`/policy-applications/${made.id}`)
    await client.invalidateQueries({ queryKey: ['policy-applications'] })
  }
  return (
    <Section title={t('materials')} about={`${t('applyAbout')}${atOnce ? t('applyNow') : clock}`}>
      <ServerForm<Record<string, string | undefined>> label={t('submit')} submit={t('submit')} onSubmit={send} wide>
        {form.materials.length === 0 && <p className="about">{t('materialsNone')}</p>}
        {participant &&
          form.materials.map((material, place) => (
            <Field key={material} name={`material_${place}`} label={material} required>
              <EvidenceInput participant={participant} of={material} />
            </Field>
          ))}
      </ServerForm>
    </Section>
  )
}

export { ApplyPage as Component }
