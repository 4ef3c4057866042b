import { Input } from 'antd'
import { Field } from '@/shared/form/Field'
import { signingIn } from './words'

/** A one-time code or a recovery code. */
export function CodeField() {
  const t = signingIn.use()
  return (
    <Field name="code" label={t('code')} required extra={t('codeHelp')}>
      <Input autoComplete="one-time-code" inputMode="text" maxLength={20} autoFocus />
    </Field>
  )
}
