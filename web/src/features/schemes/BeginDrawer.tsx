import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { named } from '@/shared/dictionary/items'
import { asList, Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { schemesQuery } from '@/shared/schemes/schemes'
import { schemes } from './words'

interface Values {
  how: 'copy' | 'extend' | 'file'
  based_on?: string
  content?: File
}

interface Props {
  open: boolean
  onClose: () => void
  onBegun: (id: string) => void
}

/** Begins a scheme: as a copy, as an extension, or with a file that was brought along. */
export function BeginDrawer({ open, onClose, onBegun }: Props) {
  const t = schemes.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const [form] = Form.useForm<Values>()
  const how = Form.useWatch('how', form) ?? 'copy'
  const found = useQuery({ ...schemesQuery, enabled: open })
  const begin = async ({ based_on, content }: Values) => {
    const body = how === 'file' ? { content: (await content?.text()) ?? '' } : { based_on: based_on ?? '', how }
    const begun = await good(api.POST('/api/v1/scheme-drafts', { params: { header: { 'Idempotency-Key': key } }, body }))
    setKey(freshKey())
    await client.invalidateQueries({ queryKey: ['schemes', 'drafts'] })
    message.success(t('begun'))
    onBegun(begun.id)
  }
  const options = (found.data ?? []).map((one) => ({ value: one.path, label: `${named(one.name)} · ${one.version}` }))
  return (
    <DetailDrawer title={t('begin')} open={open} onClose={onClose} form>
      <ServerForm<Values> form={form} label={t('begin')} submit={t('begin')} initialValues={{ how: 'copy' }} onSubmit={begin}>
        <p className="about dialog-text">{t('beginAbout')}</p>
        <Field name="how" label={t('how')} required>
          <Choice always options={(['copy', 'extend', 'file'] as const).map((value) => ({ value, label: t(`how.${value}`) }))} />
        </Field>
        {how === 'file' ? (
          <Field name="content" label={t('file')} required extra={t('fileHelp')} normalize={asList}>
            <FileInput />
          </Field>
        ) : (
          <Field name="based_on" label={t('basedOn')} required>
            <Choice options={options} />
          </Field>
        )}
      </ServerForm>
    </DetailDrawer>
  )
}

function FileInput({ id, onChange }: { id?: string; value?: File; onChange?: (file: File | undefined) => void }) {
  return <input id={id} type="file" accept=".yaml,.yml" onChange={(event) => onChange?.(event.target.files?.[0])} />
}
