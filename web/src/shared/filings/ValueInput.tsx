import { Input } from 'antd'
import { Choice } from '@/shared/controls/Choice'
import { useDictionary } from '@/shared/dictionary/items'
import { common } from '@/shared/words/common'
import { plainNumber } from './values'

interface Props {
  item: string
  id?: string
  value?: string | undefined
  onChange?: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  disabled?: boolean
  'aria-required'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** The control that fits an item of the dictionary: number, day, yes or no, one of its categories, text. */
export function ValueInput({ item, value = '', onChange, placeholder, ...rest }: Props) {
  const c = common.use()
  const dictionary = useDictionary()
  const known = dictionary.find(item)
  const options = dictionary.options(item)
  const choices = known?.kind === 'truth' ? [{ value: 'true', label: c('yes') }, { value: 'false', label: c('no') }] : options
  if (choices.length > 0) {
    const { onBlur: _, ...others } = rest
    return <Choice {...others} value={value} onChange={(chosen) => onChange?.(chosen ?? '')} options={choices} nothing={placeholder ?? c('choose')} />
  }
  if (known?.kind === 'date') return <Input {...rest} type="date" value={value} onChange={(event) => onChange?.(event.target.value)} />
  // Until the dictionary is here, what looks like a number is read as one.
  const number = known === undefined || known.kind === 'number'
  return (
    <Input
      {...rest}
      autoComplete="off"
      maxLength={200}
      {...(number && { inputMode: 'decimal' })}
      // Always there: one that came later would take the focus away.
      suffix={known?.unit ?? <span />}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange?.(number ? plainNumber(event.target.value) : event.target.value)}
    />
  )
}
