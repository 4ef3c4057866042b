import { Input, type InputProps } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { Field } from '@/shared/form/Field'
import { passwordWords } from './words'

interface Props {
  name: string
  label: string
  /** `current-password` or `new-password`, for password managers. */
  autoComplete: 'current-password' | 'new-password'
  autoFocus?: boolean
}

/** A password that can be shown while typing, and says when capitals are locked. */
export function PasswordField({ name, label, ...rest }: Props) {
  return (
    <Field name={name} label={label} required>
      <PasswordInput {...rest} />
    </Field>
  )
}

/** The control alone, where a field has further rules. */
export function PasswordInput(props: InputProps) {
  const w = passwordWords.use()
  const [caps, setCaps] = useState(false)
  const [shown, setShown] = useState(false)
  const look = (event: KeyboardEvent<HTMLInputElement>) => setCaps(event.getModifierState('CapsLock'))
  return (
    <>
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        onKeyUp={look}
        suffix={
          <button type="button" className="peek" onClick={() => setShown(!shown)}>
            {shown ? w('hide') : w('show')}
          </button>
        }
      />
      {caps && <small role="status">{w('capsLock')}</small>}
    </>
  )
}
