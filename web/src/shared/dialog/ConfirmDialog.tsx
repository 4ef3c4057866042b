import { Button, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { common } from '@/shared/words/common'

interface Props {
  title: string
  /** What will happen, in full sentences. */
  children?: ReactNode
  submit: string
  danger?: boolean
  /** Asks for a reason; its label. */
  reason?: { label: string; help?: string }
  /** Further fields. */
  fields?: ReactNode
  initialValues?: Record<string, unknown>
  onSubmit: (values: Record<string, string>) => Promise<unknown>
  onClose: () => void
}

/** Asks before something is done, and for the reason where one is needed. A refusal is shown in the dialog. */
export function ConfirmDialog({ title, children, submit, danger = false, reason, fields, initialValues, onSubmit, onClose }: Props) {
  const c = common.use()
  return (
    <Modal title={title} open onCancel={onClose} footer={null} destroyOnHidden mask={{ closable: false }} closable={{ 'aria-label': c('close') }}>
      <ServerForm<Record<string, string>>
        label={title}
        submit={submit}
        danger={danger}
        {...(initialValues ? { initialValues: initialValues as Record<string, string> } : {})}
        onSubmit={async (values) => {
          await onSubmit(values)
          onClose()
        }}
        secondary={<Button onClick={onClose}>{c('cancel')}</Button>}
      >
        {children && <div className="stack dialog-text">{children}</div>}
        {fields}
        {reason && (
          <Field name="reason" label={reason.label} required extra={reason.help ?? c('reasonHelp')}>
            <Input.TextArea rows={3} maxLength={100} />
          </Field>
        )}
      </ServerForm>
    </Modal>
  )
}
