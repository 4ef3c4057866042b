import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { freshKey } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useDictionary } from '@/shared/dictionary/items'
import { EnterprisePicker } from '@/shared/enterprises/EnterprisePicker'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { enrol } from './actions'
import { batches } from './words'

interface Values {
  enterprise?: string
  park?: string
  industry?: string
  field?: string
  founded_until?: string
}

/** Lets enterprises of the register take part: one, or all that match. */
export function EnrolDrawer({ open, batch, onClose }: { open: boolean; batch: Batch; onClose: () => void }) {
  const t = batches.use()
  const dictionary = useDictionary()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const save = async ({ enterprise, park, industry, field, founded_until }: Values) => {
    const body = {
      ...(enterprise && { enterprise_ids: [enterprise] }),
      ...(park?.trim() && { park: park.trim() }),
      ...(industry?.trim() && { industry: industry.trim() }),
      ...(field && { field }),
      ...(founded_until && { founded_until }),
    }
    const { added, total } = await enrol(batch.id, body, key)
    setKey(freshKey())
    await Promise.all(['participants', 'batches'].map((one) => client.invalidateQueries({ queryKey: [one] })))
    if (added > 0) message.success(t('enrolled', { added, total }))
    else message.warning(t('enrolledNone', { total }))
    onClose()
  }
  return (
    <DetailDrawer title={t('enrol')} open={open} onClose={onClose} form>
      <ServerForm<Values> label={t('enrol')} submit={t('enrol')} onSubmit={save} renamed={{ enterprise_ids: 'enterprise' }}>
        <p className="about dialog-text">{t('enrolAbout')}</p>
        <Field name="enterprise" label={t('oneEnterprise')} extra={t('oneEnterpriseHelp')}>
          <EnterprisePicker />
        </Field>
        <Field name="park" label={t('park')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="industry" label={t('industry')} extra={t('industryHelp')}>
          <Input maxLength={4} autoComplete="off" inputMode="numeric" />
        </Field>
        <Field name="field" label={t('field')}>
          <Choice options={dictionary.options('tech_field')} nothing={t('any')} />
        </Field>
        <Field name="founded_until" label={t('foundedUntil')}>
          <Input type="date" />
        </Field>
      </ServerForm>
    </DetailDrawer>
  )
}
