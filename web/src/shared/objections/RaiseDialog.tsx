import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { EvidenceInput } from '@/shared/attachments/EvidenceInput'
import { attachmentWords } from '@/shared/attachments/words'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useDictionary } from '@/shared/dictionary/items'
import { ValueInput } from '@/shared/filings/ValueInput'
import { Field } from '@/shared/form/Field'
import { words } from '@/shared/words/words'

const own = words('raise-objection', {
  title: '对“{{name}}”提出异议',
  about: '现值为 {{value}}。提出后由高新区在 20 日内作出结论并通知企业，办理期间该数据标注“有异议”。',
  none: '无',
  claimed: '企业主张的数值',
  claimedHelp: '认为此项应为“无”的不填。',
  reason: '理由和依据',
  reasonHelp: '写明数据有误之处，以及可以证明的文件名称、文号或凭证编号。',
  raise: '提出异议',
  raised: '异议已提出，请在 {{day}} 前留意结论',
}, {
  title: 'Object to {{name}}',
  about: 'The value is {{value}}. The zone decides within 20 days and tells you; until then the value is marked.',
  none: 'none',
  claimed: 'What it should be',
  claimedHelp: 'Leave it out when there should be no value.',
  reason: 'Why, and on what evidence',
  reasonHelp: 'Say what is wrong, and which document (title, number) proves it.',
  raise: 'Object',
  raised: 'The objection is raised; it is decided by {{day}}',
})

interface Props {
  participant: string
  field: { item: string; name: string; unit: string | null }
  period: number
  value: string | null
  onClose: () => void
}

/** Says that one value is wrong, what it should be, and why. */
export function RaiseDialog({ participant, field, period, value, onClose }: Props) {
  const o = own.use()
  const a = attachmentWords.use()
  const client = useQueryClient()
  const dictionary = useDictionary()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const raise = async ({ claimed, reason = '', evidence }: Record<string, string>) => {
    const body = { participant_id: participant, item: field.item, period, claimed: claimed?.trim() || null, reason, evidence: evidence || null }
    const raised = await good(api.POST('/api/v1/objections', { params: { header: { 'Idempotency-Key': key } }, body }))
    await Promise.all([client.invalidateQueries({ queryKey: ['objections'] }), client.invalidateQueries({ queryKey: ['filings'] })])
    message.success(o('raised', { day: raised.due_on }))
  }
  const now = value === null ? o('none') : `${dictionary.value(field.item, value)}${field.unit ? ` ${field.unit}` : ''}`
  return (
    <ConfirmDialog
      title={o('title', { name: field.name })}
      submit={o('raise')}
      reason={{ label: o('reason'), help: o('reasonHelp') }}
      fields={
        <>
          <Field name="claimed" label={o('claimed')} extra={o('claimedHelp')}>
            <ValueInput item={field.item} />
          </Field>
          <Field name="evidence" label={a('evidence')}>
            <EvidenceInput participant={participant} of={field.name} />
          </Field>
        </>
      }
      onSubmit={raise}
      onClose={onClose}
    >
      {o('about', { value: now })}
    </ConfirmDialog>
  )
}
