import { Button, Form, Steps, type FormInstance } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { requiredMark } from './ServerForm'
import { problemsByField, type FieldProblems } from './pointers'

export interface FormStep {
  title: string
  /** The names of its fields: a refusal that names one leads back here. */
  fields: readonly string[]
  content: ReactNode
}

interface Props<Values> {
  label: string
  steps: readonly FormStep[]
  form: FormInstance<Values>
  submit: string
  initialValues?: Partial<Values>
  onSubmit: (values: Values) => Promise<unknown>
}

/** A long form in steps. What was filled in stays; a refusal leads back to the step it concerns. */
export function StepForm<Values extends object>({ label, steps, form, submit, initialValues, onSubmit }: Props<Values>) {
  const c = common.use()
  const prefix = useId()
  const [at, setAt] = useState(0)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown; problems: FieldProblems; leftover: string[] } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    if (shown.current !== at) heading.current?.focus()
    shown.current = at
  }, [at])

  // After the step that a refusal leads back to is there: only then can its fields show anything.
  useEffect(() => {
    if (failure) form.setFields([...failure.problems].map(([name, errors]) => ({ name: name as never, errors })))
  }, [failure, form])

  const last = at === steps.length - 1
  const onward = async () => {
    if (!last) return setAt(at + 1)
    setPending(true)
    setFailure(null)
    try {
      await onSubmit(form.getFieldsValue(true) as Values)
    } catch (error) {
      const problems = problemsByField(error)
      const step = steps.findIndex((one) => one.fields.some((name) => problems.has(name)))
      const placed = new Set(steps.flatMap((one) => one.fields))
      setFailure({ error, problems, leftover: [...problems].flatMap(([name, errors]) => (placed.has(name) ? [] : errors)) })
      if (step >= 0) setAt(step)
    } finally {
      setPending(false)
    }
  }

  return (
    <Form<Values>
      form={form}
      name={prefix}
      requiredMark={requiredMark}
      layout="vertical"
      className="form"
      aria-label={label}
      preserve
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={onward}
      {...(initialValues ? { initialValues: initialValues as object } : {})}
    >
      <Steps className="steps" current={at} responsive size="small" items={steps.map(({ title }) => ({ title }))} />
      <h2 ref={heading} tabIndex={-1}>
        {steps[at]?.title}
      </h2>
      {failure && <ProblemAlert error={failure.error} leftover={failure.leftover} />}
      {/* Only this step's fields are there, so only they are looked at; what was filled in before is kept by the form. */}
      {steps[at]?.content}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={pending}>
          {last ? submit : c('nextStep')}
        </Button>
        {at > 0 && <Button onClick={() => setAt(at - 1)}>{c('previousStep')}</Button>}
      </div>
    </Form>
  )
}
