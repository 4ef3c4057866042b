import { Input, type InputProps } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { Field } from '@/shared/form/Field'
import { words } from '@/shared/words/words'

const own = words('password', {
  capsLock: '大写锁定已打开。',
  show: '显示',
  hide: '隐藏',
  differs: '两次输入的密码不一致',
  rulesTitle: '密码要求',
  length: '长度为 10 至 128 个字符，建议用较长的词句',
  classes: '按等级保护要求，须同时包含大写字母、小写字母、数字和符号',
  guess: '不能过于常见或有规律，如 password、1234、abcd',
  person: '不能包含账号、姓名或单位名称',
  former: '不能与最近使用过的密码相同',
}, {
  capsLock: 'Caps Lock is on.',
  show: 'Show',
  hide: 'Hide',
  differs: 'The two passwords differ',
  rulesTitle: 'What a password must be like',
  length: '10 to 128 characters; a longer phrase is better',
  classes: 'Capitals, small letters, digits and signs, as the classified protection rules ask',
  guess: 'Not common or regular, such as password, 1234, abcd',
  person: 'Without the log-in name, your name or the organisation’s',
  former: 'Not one that was used lately',
})

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

function PasswordInput(props: InputProps) {
  const w = own.use()
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

/** A new password, typed twice, with the rules it must follow. The server judges it and names what is wrong. */
export function NewPassword({ name, label, again }: { name: string; label: string; again: string }) {
  const w = own.use()
  return (
    <>
      <div className="rules">
        <strong>{w('rulesTitle')}</strong>
        <ul className="plain-list">
          {(['length', 'classes', 'guess', 'person', 'former'] as const).map((rule) => (
            <li key={rule}>{w(rule)}</li>
          ))}
        </ul>
      </div>
      <PasswordField name={name} label={label} autoComplete="new-password" />
      <Field
        name="again"
        label={again}
        required
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              !value || getFieldValue(name) === value ? Promise.resolve() : Promise.reject(new Error(w('differs'))),
          }),
        ]}
      >
        <PasswordInput autoComplete="new-password" />
      </Field>
    </>
  )
}
