import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Choices } from '@/shared/controls/Choices'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { ShownOnce } from '@/shared/ui/CopyText'
import { common } from '@/shared/words/common'
import { KINDS, webhooks } from './words'

interface Values {
  url: string
  kinds: (typeof KINDS)[number][]
}

/** Makes a webhook and shows its secret, this once. */
export function AddWebhook({ open, hosts, onClose }: { open: boolean; hosts: string[]; onClose: () => void }) {
  const t = webhooks.use()
  const c = common.use()
  const client = useQueryClient()
  const [secret, setSecret] = useState<string | null>(null)
  const [key, setKey] = useState(freshKey)
  const close = () => {
    setSecret(null)
    setKey(freshKey())
    onClose()
  }
  const make = async ({ url, kinds }: Values) => {
    const made = await good(api.POST('/api/v1/webhooks', { params: { header: { 'Idempotency-Key': key } }, body: { url, kinds } }))
    await client.invalidateQueries({ queryKey: ['webhooks'] })
    setSecret(made.secret ?? '')
  }
  return (
    <DetailDrawer title={t(secret === null ? 'add' : 'secretTitle')} open={open} onClose={close} form={secret === null}>
      {secret !== null && (
        <div className="stack">
          <ShownOnce text={secret} label={t('secret')} />
          <p className="about">{t('secretUse')}</p>
          <Button type="primary" onClick={close}>
            {c('done')}
          </Button>
        </div>
      )}
      {secret === null && (
        <ServerForm<Values> label={t('add')} submit={t('add')} initialValues={{ kinds: ['loan-applied', 'loan-moved'] }} onSubmit={make}>
          <Field name="url" label={t('url')} required extra={t('urlHelp', { hosts: hosts.join('、') })}>
            <Input maxLength={500} autoFocus inputMode="url" />
          </Field>
          <Field name="kinds" label={t('kinds')} required normalize={asList}>
            <Choices label={t('kinds')} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Field>
        </ServerForm>
      )}
    </DetailDrawer>
  )
}
