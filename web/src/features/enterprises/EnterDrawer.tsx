import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { freshKey } from '@/shared/api/client'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { enterEnterprise } from './actions'
import { EnterpriseFields, given, type OwnFields } from './EnterpriseFields'
import { enterprises } from './words'

interface Values extends OwnFields {
  credit_code: string
  name: string
}

/** Enters one enterprise by hand. */
export function EnterDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = enterprises.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const close = () => {
    setKey(freshKey())
    onClose()
  }
  const enter = async (values: Values) => {
    const { credit_code, name } = values
    const entered = await enterEnterprise({ credit_code, name, ...given(values) }, key)
    await client.invalidateQueries({ queryKey: ['enterprises'] })
    message.success(t('enterDone', { name: entered.name }))
    close()
    await navigate(`/enterprises/${entered.id}`)
  }
  return (
    <DetailDrawer title={t('enter')} open={open} onClose={close} form>
      <ServerForm<Values> label={t('enter')} submit={t('enter')} onSubmit={enter}>
        <p className="about dialog-text">{t('enterAbout')}</p>
        <Field name="credit_code" label={t('code')} required>
          <Input maxLength={30} autoComplete="off" spellCheck={false} />
        </Field>
        <Field name="name" label={t('name')} required>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <EnterpriseFields />
      </ServerForm>
    </DetailDrawer>
  )
}
