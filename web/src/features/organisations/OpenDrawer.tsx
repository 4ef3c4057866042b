import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { OrganisationKind } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { useMe } from '@/shared/me/me'
import { OrganisationPicker } from '@/shared/organisations/OrganisationPicker'
import { organisationQuery } from '@/shared/organisations/organisations'
import { nameOf } from '@/shared/words/common'
import { kindsBelow, needsCode } from './can'
import { organisations } from './words'

interface Values {
  parent_id: string
  kind: OrganisationKind
  name: string
  credit_code?: string
  opens_on?: string
}

/** Opens an organisation below another. */
export function OpenDrawer({ open, parent, onClose }: { open: boolean; parent: string | undefined; onClose: () => void }) {
  const t = organisations.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [key, setKey] = useState(freshKey)
  const above = Form.useWatch('parent_id', form)
  const kind = Form.useWatch('kind', form)
  const aboveKind = useQuery({ ...organisationQuery(above ?? ''), enabled: Boolean(above) }).data?.kind
  const save = async ({ credit_code, opens_on, ...given }: Values) => {
    const body = { ...given, ...(credit_code && needsCode(given.kind) && { credit_code }), ...(opens_on && { opens_on }) }
    const made = await good(api.POST('/api/v1/organisations', { params: { header: { 'Idempotency-Key': key } }, body }))
    setKey(freshKey())
    await client.invalidateQueries({ queryKey: ['organisations'] })
    message.success(t('opened', { name: made.name }))
    onClose()
  }
  const kinds = aboveKind ? kindsBelow(aboveKind) : []
  return (
    <DetailDrawer title={t('open')} open={open} onClose={onClose} form>
      <ServerForm<Values> form={form} label={t('open')} submit={t('open')} initialValues={{ parent_id: parent ?? me.organisation.id }} onSubmit={save}>
        <p className="about dialog-text">{t('openAbout')}</p>
        <Field name="parent_id" label={t('parent')} required>
          <OrganisationPicker />
        </Field>
        <Field name="kind" label={t('kind')} required>
          <Choice options={kinds.map((one) => ({ value: one, label: nameOf('kind', one) }))} />
        </Field>
        <Field name="name" label={t('name')} required extra={t('nameHelp')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        {needsCode(kind) && (
          <Field name="credit_code" label={t('code')} required extra={t('codeHelp')}>
            <Input maxLength={30} autoComplete="off" spellCheck={false} />
          </Field>
        )}
        <Field name="opens_on" label={t('opens')} extra={t('opensHelp')}>
          <Input type="date" />
        </Field>
      </ServerForm>
    </DetailDrawer>
  )
}
