import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { freshKey } from '@/shared/api/client'
import type { Enterprise, EnterpriseLabel } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { today } from '@/shared/words/time'
import { giveLabel, removeLabel } from './actions'
import { enterpriseCan } from './can'
import { enterprises } from './words'

/** What an enterprise holds, and from when to when. */
export function Labels({ enterprise, etag, labels }: { enterprise: Enterprise; etag: string; labels: EnterpriseLabel[] }) {
  const t = enterprises.use()
  const me = useMe()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<EnterpriseLabel | null>(null)
  const columns: Column<EnterpriseLabel>[] = [
    { key: 'label', title: t('label'), render: (one) => one.label },
    { key: 'validity', title: t('validity'), render: (one) => <Validity label={one} /> },
    { key: 'certificate', title: t('certificate'), render: (one) => one.certificate },
    { key: 'source', title: t('labelSource'), render: (one) => t(one.source === 'form' ? 'byForm' : 'byImport'), still: true },
  ]
  const actions = {
    title: t('more'),
    render: (one: EnterpriseLabel) => (
      <ActionButton size="small" can={enterpriseCan.label(me)} aria-label={t('removeOf', { label: one.label })} onClick={() => setRemoving(one)}>
        {t('removeLabel')}
      </ActionButton>
    ),
  }
  const add = (
    <ActionButton can={enterpriseCan.label(me)} onClick={() => setAdding(true)}>
      {t('addLabel')}
    </ActionButton>
  )
  return (
    <Section title={t('labels')} about={t('labelsAbout')} actions={add}>
      {labels.length === 0 && <p>{t('noLabels')}</p>}
      {labels.length > 0 && (
        <Rows label={t('labels')} columns={columns} rows={labels} rowKey={(one) => one.id} actions={may(me, 'enterprise:edit') ? actions : undefined} />
      )}
      {adding && <AddLabel id={enterprise.id} onClose={() => setAdding(false)} />}
      {removing && <RemoveLabel id={enterprise.id} etag={etag} label={removing} onClose={() => setRemoving(null)} />}
    </Section>
  )
}

function Validity({ label }: { label: EnterpriseLabel }) {
  const t = enterprises.use()
  const { valid_from: from, valid_to: to, holds } = label
  return (
    <>
      <span className={holds ? 'badge badge-good' : 'badge badge-wait'}>{t(holds ? 'holds' : 'lapsed')}</span> {to ? t('span', { from, to }) : t('since', { from })}
    </>
  )
}

function AddLabel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = enterprises.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const add = async ({ label = '', valid_from = '', valid_to, certificate }: Record<string, string>) => {
    await giveLabel(id, key, { label, valid_from, valid_to: valid_to || null, certificate: certificate || null })
    await client.invalidateQueries({ queryKey: ['enterprises'] })
    message.success(t('labelAdded'))
  }
  const fields = (
    <>
      <Field name="label" label={t('label')} required extra={t('labelHelp')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="valid_from" label={t('validFrom')} required>
        <Input type="date" />
      </Field>
      <Field name="valid_to" label={t('validTo')} extra={t('validToHelp')}>
        <Input type="date" />
      </Field>
      <Field name="certificate" label={t('certificate')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
    </>
  )
  return <ConfirmDialog title={t('addLabel')} submit={t('addLabel')} fields={fields} initialValues={{ valid_from: today() }} onSubmit={add} onClose={onClose} />
}

function RemoveLabel({ id, etag, label, onClose }: { id: string; etag: string; label: EnterpriseLabel; onClose: () => void }) {
  const t = enterprises.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const remove = async ({ reason = '' }: Record<string, string>) => {
    await removeLabel(id, etag, { label_id: label.id, reason })
    await client.invalidateQueries({ queryKey: ['enterprises'] })
    message.success(t('removed'))
  }
  return (
    <ConfirmDialog title={t('removeTitle', { label: label.label })} submit={t('removeLabel')} danger reason={{ label: t('removeReason') }} onSubmit={remove} onClose={onClose}>
      {t('removeAbout')}
    </ConfirmDialog>
  )
}
