import { useId, type ReactNode } from 'react'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  help?: ReactNode
  disabled?: boolean
  /** The label stands in the head of a table already. */
  bare?: boolean
  numeric?: boolean
  list?: string
  wide?: boolean
}

/** One value of a rule file, as people type it. */
export function TextInput({ label, value, onChange, help, disabled = false, bare = false, numeric = false, list, wide = false }: Props) {
  const id = useId()
  const input = (
    <input
      id={id}
      className="text-input"
      value={value}
      disabled={disabled}
      autoComplete="off"
      spellCheck={false}
      {...(numeric && { inputMode: 'decimal' as const })}
      {...(bare && { 'aria-label': label })}
      {...(help ? { 'aria-describedby': `${id}-help` } : {})}
      {...(list && { list })}
      onChange={(event) => onChange(event.target.value)}
    />
  )
  if (bare) return input
  return (
    <div className={wide ? 'rule-field rule-field-wide' : 'rule-field'}>
      <label htmlFor={id}>{label}</label>
      {input}
      {help && <small id={`${id}-help`}>{help}</small>}
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
  disabled?: boolean
}

/** One of a few. */
export function PickInput({ label, value, onChange, options, disabled = false }: ChoiceProps) {
  const id = useId()
  return (
    <div className="rule-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="choice" value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
