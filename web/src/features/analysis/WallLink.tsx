import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { ShownOnce } from '@/shared/ui/CopyText'
import { common } from '@/shared/words/common'
import { analysis } from './words'

interface Values {
  name: string
  days: string
}

/** Makes a link to the wall screen: an API token that opens that one answer, in an address. Shown this once. */
export function WallLink({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = analysis.use()
  const c = common.use()
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [key, setKey] = useState(freshKey)
  const close = () => {
    setMade(null)
    setKey(freshKey())
    onClose()
  }
  const make = async ({ name, days }: Values) => {
    const header = { 'Idempotency-Key': key }
    const token = await good(api.POST('/api/v1/me/tokens', { params: { header }, body: { name, scopes: ['screen:read'], days: Number(days) } }))
    await client.invalidateQueries({ queryKey: ['tokens'] })
    setMade(`${window.location.origin}/wall#${token.token ?? ''}`)
  }
  return (
    <DetailDrawer title={made === null ? t('link') : t('linkMade')} open={open} onClose={close} form={made === null}>
      {made === null && (
        <div className="stack">
          <p className="about">{t('linkAbout')}</p>
          <ServerForm<Values> label={t('link')} submit={t('linkMake')} initialValues={{ days: '90' }} onSubmit={make}>
            <Field name="name" label={t('linkName')} required extra={t('linkNameHelp')}>
              <Input maxLength={100} autoFocus />
            </Field>
            <Field name="days" label={t('linkDays')} required extra={t('linkDaysHelp')}>
              <Input type="number" min={1} max={366} inputMode="numeric" />
            </Field>
          </ServerForm>
        </div>
      )}
      {made !== null && (
        <div className="stack">
          <ShownOnce text={made} label={t('linkText')} />
          <p className="about">{t('linkUse')}</p>
          <Button type="primary" onClick={close}>
            {c('done')}
          </Button>
        </div>
      )}
    </DetailDrawer>
  )
}
