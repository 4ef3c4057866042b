import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { api, good } from '@/shared/api/client'
import type { PolicyApplicationPage } from '@/shared/api/types'
import { EvidenceInput } from '@/shared/attachments/EvidenceInput'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import type { Doing } from './moves'
import { applications } from './words'

type One = PolicyApplicationPage
type Values = Record<string, string | undefined>

/** One step of an application: asks for what it needs. */
export function StepDialog({ one, doing, onClose }: { one: One; doing: Doing; onClose: () => void }) {
  const t = applications.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const submit = async (values: Values) => {
    const params = { path: { id: one.id }, header: { 'If-Match': `"${one.version}"` } }
    await good(api.POST('/api/v1/policy-applications/{id}/moves', { params, body: bodyOf(one, doing, values) }))
    await client.invalidateQueries({ queryKey: ['policy-applications'] })
    message.success(t('done'))
  }
  const title = t(doing === 'answer' ? 'answerStep' : doing)
  const about = doing === 'pass' ? t(one.checks.length > 0 ? 'passAbout' : 'passNothing') : doing === 'withdraw' ? t('withdrawAbout') : ''
  const help = doing === 'ask' ? t('askHelp') : doing === 'answer' ? t('answerHelp') : t('refuseHelp')
  const noted = doing === 'ask' || doing === 'answer' || doing === 'refuse'
  const files = Object.fromEntries(one.materials.map((material, place) => [`material_${place}`, material.attachment_id ?? undefined]))
  return (
    <ConfirmDialog
      title={title}
      submit={title}
      danger={doing === 'refuse' || doing === 'withdraw'}
      fields={doing === 'answer' ? <Files one={one} /> : doing === 'pass' || doing === 'refuse' ? <Answers one={one} needed={doing === 'pass'} /> : null}
      initialValues={files}
      {...(noted && { reason: { label: t(doing === 'refuse' ? 'reason' : 'note'), help } })}
      onSubmit={submit}
      onClose={onClose}
    >
      {about && <p>{about}</p>}
    </ConfirmDialog>
  )
}

function bodyOf(one: One, doing: Doing, values: Values) {
  const note = values.reason
  if (doing === 'answer') {
    const materials = one.materials.flatMap((_, place) => {
      const attachment = values[`material_${place}`]
      return attachment ? [{ material: place, attachment_id: attachment }] : []
    })
    return { action: doing, materials, ...(note && { note }) }
  }
  const answers = one.checks.flatMap(({ code }, place) => {
    const answer = values[`answer_${place}`]
    const looked = values[`looked_${place}`]
    return answer ? [{ code, yes: answer === 'yes', ...(looked && { note: looked }) }] : []
  })
  return { action: doing, ...(note && { note }), ...(answers.length > 0 && { answers }) }
}

function Answers({ one, needed }: { one: One; needed: boolean }) {
  const t = applications.use()
  const options = [
    { value: 'yes', label: t('met') },
    { value: 'no', label: t('unmet') },
  ]
  return one.checks.map((check, place) => (
    <div key={check.code}>
      <Field name={`answer_${place}`} label={check.question} required={needed}>
        <Choice options={options} />
      </Field>
      <Field name={`looked_${place}`} label={t('answerNote')}>
        <Input maxLength={500} autoComplete="off" />
      </Field>
    </div>
  ))
}

function Files({ one }: { one: One }) {
  if (!one.participant_id) return null
  const participant = one.participant_id
  return one.materials.map((material, place) => (
    <Field key={material.name} name={`material_${place}`} label={material.name} required>
      <EvidenceInput participant={participant} of={material.name} />
    </Field>
  ))
}
