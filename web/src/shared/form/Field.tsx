import { Form, type FormItemProps } from 'antd'
import { common } from '@/shared/words/common'

interface Props extends FormItemProps {
  name: string
  label: string
  required?: boolean
}

/** A labelled field. Help and errors are tied to the control by `aria-describedby`. */
export function Field({ name, label, required = false, rules = [], ...rest }: Props) {
  const c = common.use()
  const must = { required: true, whitespace: true, message: c('required') }
  const mustHave = { required: true, message: c('required') }
  // A tick or a list has no white space to look at.
  const first = rest.valuePropName || rest.normalize === asList ? mustHave : must
  return <Form.Item {...rest} name={name} label={label} required={required} rules={required ? [first, ...rules] : rules} />
}

/** Marks a field whose value is a list or a file, not a text. */
export function asList(value: unknown): unknown {
  return value
}
