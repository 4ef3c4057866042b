import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import type { Enterprise, EnterpriseStatus } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { EnterprisePicker } from '@/shared/enterprises/EnterprisePicker'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { common, nameOf } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { changeEnterprise, closeEnterprise, mergeEnterprise } from './actions'
import { ENDS, STATES } from './can'
import { EnterpriseFields, OWN_FIELDS, given, type OwnFields } from './EnterpriseFields'
import { enterprises } from './words'

export type Doing = 'change' | 'close' | 'merge'

interface Props {
  enterprise: Enterprise
  etag: string
  doing: Doing
  onClose: () => void
}

/** What can be done to an enterprise. */
export function EnterpriseDialogs({ enterprise, etag, doing, onClose }: Props) {
  const then = useThen()
  if (doing === 'change') return <Change enterprise={enterprise} etag={etag} onClose={onClose} />
  if (doing === 'close') {
    const close = ({ status, on = '', reason = '' }: Record<string, string>) =>
      then(closeEnterprise(enterprise.id, etag, { status: status as EnterpriseStatus, on, reason }), 'closed')
    return <Close name={enterprise.name} onSubmit={close} onClose={onClose} />
  }
  const merge = ({ into = '', on = '', reason = '' }: Record<string, string>) => then(mergeEnterprise(enterprise.id, etag, { into, on, reason }), 'merged')
  return <Merge enterprise={enterprise} onSubmit={merge} onClose={onClose} />
}

function useThen() {
  const t = enterprises.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  return async (work: Promise<unknown>, said: 'closed' | 'merged' | 'changeDone') => {
    await work
    await client.invalidateQueries({ queryKey: ['enterprises'] })
    message.success(t(said))
  }
}

interface DialogProps {
  onSubmit: (values: Record<string, string>) => Promise<unknown>
  onClose: () => void
}

function Close({ name, onSubmit, onClose }: DialogProps & { name: string }) {
  const t = enterprises.use()
  const fields = (
    <>
      <Field name="status" label={t('closeStatus')} required>
        <Choice options={ENDS.map((status) => ({ value: status, label: nameOf('status', status) }))} />
      </Field>
      <Field name="on" label={t('closeOn')} required>
        <Input type="date" max={today()} />
      </Field>
    </>
  )
  return (
    <ConfirmDialog
      title={t('closeTitle', { name })}
      submit={t('close')}
      danger
      fields={fields}
      reason={{ label: t('closeReason') }}
      initialValues={{ on: today() }}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      {t('closeAbout')}
    </ConfirmDialog>
  )
}

function Merge({ enterprise, onSubmit, onClose }: DialogProps & { enterprise: Enterprise }) {
  const t = enterprises.use()
  const fields = (
    <>
      <Field name="into" label={t('mergeInto')} required>
        <EnterprisePicker except={enterprise.id} />
      </Field>
      <Field name="on" label={t('mergeOn')} required>
        <Input type="date" max={today()} />
      </Field>
    </>
  )
  return (
    <ConfirmDialog
      title={t('mergeTitle', { name: enterprise.name })}
      submit={t('merge')}
      danger
      fields={fields}
      reason={{ label: t('mergeReason') }}
      initialValues={{ on: today() }}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      {t('mergeAbout')}
    </ConfirmDialog>
  )
}

interface Values extends OwnFields {
  name: string
  status: EnterpriseStatus
}

function Change({ enterprise, etag, onClose }: { enterprise: Enterprise; etag: string; onClose: () => void }) {
  const t = enterprises.use()
  const c = common.use()
  const then = useThen()
  const known = Object.fromEntries(OWN_FIELDS.map((name) => [name, enterprise[name] ?? '']))
  const change = async ({ name, status, ...own }: Values) => {
    await then(changeEnterprise(enterprise.id, etag, { name, status, ...given(own) }), 'changeDone')
    onClose()
  }
  return (
    <DetailDrawer title={t('changeTitle')} open onClose={onClose} form>
      <ServerForm<Values> label={t('changeTitle')} submit={c('save')} initialValues={{ name: enterprise.name, status: enterprise.status, ...known }} onSubmit={change}>
        <Field name="name" label={t('name')} required extra={t('nameHelp')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="status" label={t('status')} required>
          <Choice always options={STATES.map((status) => ({ value: status, label: nameOf('status', status) }))} />
        </Field>
        <EnterpriseFields />
      </ServerForm>
    </DetailDrawer>
  )
}
