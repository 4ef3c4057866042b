import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { ShownOnce } from '@/shared/ui/CopyText'
import { common } from '@/shared/words/common'
import { DetailDrawer } from './DetailDrawer'

interface Values {
  name: string
  days: string
}

interface Props<Own> {
  open: boolean
  onClose: () => void
  words: { title: string; about?: string; name: string; nameHelp: string; days: string; daysHelp: string; submit: string; made: string; text: string; use: string }
  /** What is asked beside name and days. */
  children?: ReactNode
  initial?: Own
  /** What the token may be used for. */
  scopes: (given: Own) => string[]
  /** The token as it is shown. */
  shown?: (token: string) => string
}

/** Makes an API token and shows it, this once: as it is, or as part of an address. */
export function TokenDrawer<Own extends object>({ open, onClose, words, children, initial, scopes, shown = (token) => token }: Props<Own>) {
  const c = common.use()
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [key, setKey] = useState(freshKey)
  const close = () => {
    setMade(null)
    setKey(freshKey())
    onClose()
  }
  const make = async (given: Values & Own) => {
    const { name, days } = given
    const header = { 'Idempotency-Key': key }
    const token = await good(api.POST('/api/v1/me/tokens', { params: { header }, body: { name, scopes: scopes(given), days: Number(days) } }))
    await client.invalidateQueries({ queryKey: ['tokens'] })
    setMade(shown(token.token ?? ''))
  }
  return (
    <DetailDrawer title={made === null ? words.title : words.made} open={open} onClose={close} form={made === null}>
      {made !== null && (
        <div className="stack">
          <ShownOnce text={made} label={words.text} />
          <p className="about">{words.use}</p>
          <Button type="primary" onClick={close}>
            {c('done')}
          </Button>
        </div>
      )}
      {made === null && (
        <div className="stack">
          {words.about && <p className="about">{words.about}</p>}
          <ServerForm<Values & Own> label={words.title} submit={words.submit} initialValues={{ ...initial, days: '90' } as Partial<Values & Own>} onSubmit={make}>
            <Field name="name" label={words.name} required extra={words.nameHelp}>
              <Input maxLength={100} autoFocus />
            </Field>
            {children}
            <Field name="days" label={words.days} required extra={words.daysHelp}>
              <Input type="number" min={1} max={366} inputMode="numeric" />
            </Field>
          </ServerForm>
        </div>
      )}
    </DetailDrawer>
  )
}
