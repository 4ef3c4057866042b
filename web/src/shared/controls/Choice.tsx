import type { Ref } from 'react'
import { common } from '@/shared/words/common'

export interface Option {
  value: string
  label: string
}

interface Props {
  id?: string
  value?: string | undefined
  onChange?: (value: string | undefined) => void
  options: readonly Option[]
  /** What choosing nothing means, e.g. “all”. */
  nothing?: string
  /** Something is always chosen. */
  always?: boolean
  disabled?: boolean
  ref?: Ref<HTMLSelectElement>
  'aria-label'?: string
  'aria-required'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** One of a few: the browser's own control, which keyboards, readers and telephones know. */
export function Choice({ value, onChange, options, nothing, always = false, ...rest }: Props) {
  const c = common.use()
  return (
    <select {...rest} className="choice" value={value ?? ''} onChange={(event) => onChange?.(event.target.value || undefined)}>
      {!always && <option value="">{nothing ?? c('choose')}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
