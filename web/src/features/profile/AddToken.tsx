import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Choices } from '@/shared/controls/Choices'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { useMe } from '@/shared/me/me'
import { ShownOnce } from '@/shared/ui/CopyText'
import { common } from '@/shared/words/common'
import { permissionName } from '@/shared/words/permissions'
import { profile } from './words'

interface Values {
  name: string
  scopes: string[]
  days: string
}

// Tokens cannot prove that somebody is there (crates/server/src/me/tokens.rs): the server refuses those permissions.
const ONLY_IN_PERSON = new Set(['organisation:close', 'user:change', 'user:reset', 'backup:make'])

/** Makes a token and shows it, this once. */
export function AddToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = profile.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [key, setKey] = useState(freshKey)
  const close = () => {
    setMade(null)
    setKey(freshKey())
    onClose()
  }
  const add = async ({ name, scopes, days }: Values) => {
    const header = { 'Idempotency-Key': key }
    const token = await good(api.POST('/api/v1/me/tokens', { params: { header }, body: { name, scopes, days: Number(days) } }))
    await client.invalidateQueries({ queryKey: ['tokens'] })
    setMade(token.token ?? '')
  }
  const single = Object.keys(me.permissions).filter((name) => !ONLY_IN_PERSON.has(name))
  const options = [
    { value: 'read', label: t('scopeRead'), about: t('scopeReadAbout') },
    ...single.map((name) => ({ value: name, label: permissionName(name) })),
  ]
  return (
    <DetailDrawer title={made === null ? t('addToken') : t('tokenMade')} open={open} onClose={close} form={made === null}>
      {made !== null && (
        <div className="stack">
          <ShownOnce text={made} label={t('tokenText')} />
          <p className="about">{t('tokenUse')}</p>
          <Button type="primary" onClick={close}>
            {c('done')}
          </Button>
        </div>
      )}
      {made === null && (
        <ServerForm<Values> label={t('addToken')} submit={t('addToken')} initialValues={{ scopes: ['read'], days: '90' }} onSubmit={add}>
          <Field name="name" label={t('tokenName')} required extra={t('tokenNameHelp')}>
            <Input maxLength={100} autoFocus />
          </Field>
          <Field name="scopes" label={t('scopes')} required normalize={asList}>
            <Choices label={t('scopes')} options={options} />
          </Field>
          <Field name="days" label={t('days')} required extra={t('daysHelp')}>
            <Input type="number" min={1} max={366} inputMode="numeric" />
          </Field>
        </ServerForm>
      )}
    </DetailDrawer>
  )
}
