import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { EnterpriseContact } from '@/shared/api/types'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { common } from '@/shared/words/common'
import { replaceContacts } from './actions'
import { enterprises } from './words'

const PARTS = ['name', 'duty', 'telephone', 'email'] as const
const MOST = 20
type Values = Record<string, string | undefined>

interface Props {
  id: string
  /** The version of the enterprise that was read with them. */
  etag: string
  contacts: EnterpriseContact[]
  onClose: () => void
}

/** Puts other people in the place of those there are. */
export function ChangeContacts({ id, etag, contacts, onClose }: Props) {
  const t = enterprises.use()
  const c = common.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  // Each keeps its number, so that what was typed stays with its person when another is dropped.
  const [numbers, setNumbers] = useState(() => (contacts.length > 0 ? contacts.map((_, index) => index) : [0]))
  const initial = Object.fromEntries(contacts.flatMap((one, index) => PARTS.map((part) => [`${part}-${index}`, one[part] ?? ''])))
  const save = async (values: Values) => {
    const part = (name: (typeof PARTS)[number], number: number) => values[`${name}-${number}`]?.trim() || null
    await replaceContacts(
      id,
      etag,
      numbers.map((number) => ({ name: part('name', number) ?? '', duty: part('duty', number), telephone: part('telephone', number), email: part('email', number) })),
    )
    await client.invalidateQueries({ queryKey: ['enterprises'] })
    message.success(t('contactsSaved'))
    onClose()
  }
  return (
    <DetailDrawer title={t('changeContacts')} open onClose={onClose} form>
      <ServerForm<Values>
        label={t('changeContacts')}
        submit={c('save')}
        initialValues={initial}
        onSubmit={save}
        secondary={numbers.length < MOST && <Button onClick={() => setNumbers([...numbers, Math.max(-1, ...numbers) + 1])}>{t('addContact')}</Button>}
      >
        {numbers.map((number, place) => (
          <fieldset key={number} className="person">
            <legend>{t('contact', { number: place + 1 })}</legend>
            <Field name={`name-${number}`} label={t('contactName')} required>
              <Input maxLength={100} autoComplete="off" />
            </Field>
            <Field name={`duty-${number}`} label={t('duty')}>
              <Input maxLength={100} autoComplete="off" />
            </Field>
            <Field name={`telephone-${number}`} label={t('telephone')}>
              <Input maxLength={100} autoComplete="off" inputMode="tel" />
            </Field>
            <Field name={`email-${number}`} label={t('email')}>
              <Input maxLength={100} autoComplete="off" inputMode="email" />
            </Field>
            <Button danger size="small" aria-label={t('dropContact', { number: place + 1 })} onClick={() => setNumbers(numbers.filter((known) => known !== number))}>
              {t('drop')}
            </Button>
          </fieldset>
        ))}
      </ServerForm>
    </DetailDrawer>
  )
}
