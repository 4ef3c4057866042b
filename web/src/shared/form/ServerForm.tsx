import { Alert, Button, Form, type FormInstance } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { problemsByField, type FieldProblems } from './pointers'

interface Props<Values> {
  /** Sends what was filled in; what it throws is shown at the fields it names, or above the form. */
  onSubmit: (values: Values) => Promise<unknown>
  submit: string
  initialValues?: Partial<Values>
  /** Beside the button that sends. */
  secondary?: ReactNode
  /** Names of API fields that are called otherwise in this form. */
  renamed?: Record<string, string>
  danger?: boolean
  /** Is empty again when it was sent: passwords do not stay on a page. */
  emptied?: boolean
  wide?: boolean
  form?: FormInstance<Values>
  children: ReactNode
  /** The name of the form for readers of the page. */
  label: string
}

/** A form whose refusals come from the server and stand where they belong. */
export function ServerForm<Values extends object>(props: Props<Values>) {
  const { onSubmit, submit, secondary, renamed, danger = false, emptied = false, wide = false, children, initialValues, label } = props
  const c = common.use()
  const [own] = Form.useForm<Values>()
  const form = props.form ?? own
  // Two forms may stand on a page, one over the other: their fields must not share ids.
  const prefix = useId()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown; leftover: string[] } | null>(null)

  const send = async (values: Values) => {
    if (pending) return
    setPending(true)
    setFailure(null)
    try {
      await onSubmit(values)
      if (emptied) form.resetFields()
    } catch (error) {
      const problems = problemsByField(error, renamed)
      setFailure({ error, leftover: show(form, problems) })
    } finally {
      setPending(false)
    }
  }

  return (
    <Form<Values>
      form={form}
      name={prefix}
      layout="vertical"
      className={wide ? 'form form-wide' : 'form'}
      aria-label={label}
      requiredMark={requiredMark}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={send}
      {...(initialValues ? { initialValues: initialValues as object } : {})}
    >
      {failure && <ProblemAlert error={failure.error} leftover={failure.leftover} />}
      {children}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={pending} danger={danger}>
          {submit}
        </Button>
        {secondary}
      </div>
      {pending && <Alert className="for-readers" title={c('busy')} role="status" />}
    </Form>
  )
}

/** The mark of fields that must be filled in; the control says the same to readers of the page. */
export function requiredMark(text: ReactNode, { required }: { required: boolean }): ReactNode {
  return required ? (
    <span className="required-mark" title={common.say('requiredMark')}>
      {text}
    </span>
  ) : (
    text
  )
}

/** Puts problems at the fields the form has; gives back the rest. */
function show<Values extends object>(form: FormInstance<Values>, problems: FieldProblems): string[] {
  const known = new Set(Object.keys(form.getFieldsValue(true) as object))
  for (const name of Object.keys(form.getFieldsValue() as object)) known.add(name)
  const here = [...problems].filter(([name]) => known.has(name))
  form.setFields(here.map(([name, errors]) => ({ name: name as never, errors })))
  const first = here[0]
  if (first) form.scrollToField(first[0] as never, { focus: true, block: 'center' })
  return [...problems].filter(([name]) => !known.has(name)).flatMap(([, errors]) => errors)
}
