import { Field } from '@/shared/form/Field'
import { PasswordField, PasswordInput } from './PasswordField'
import { passwordRules } from './rules'
import { passwordWords } from './words'

/** A new password, typed twice, with the rules it must follow. The server judges it and names what is wrong. */
export function NewPassword({ name, label, again }: { name: string; label: string; again: string }) {
  const w = passwordWords.use()
  const { least, rules } = passwordRules()
  return (
    <>
      <div className="rules">
        <strong>{w('rulesTitle')}</strong>
        <ul className="plain-list">
          {rules.map((rule) => (
            <li key={rule}>{w(rule, { least })}</li>
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
