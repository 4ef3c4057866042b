import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { api, good, versioned } from '@/shared/api/client'
import type { Award } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { nameOf } from '@/shared/words/common'
import { awards } from './words'

/** What is done with which award. */
export interface AwardDoing {
  what: 'strike' | 'restore' | 'takeBack'
  award: Award
}

const KINDS = ['returned', 'clawed-back'] as const

/** Strikes an award off its list, puts it back, or records that its money came back. */
export function AwardDialog({ doing: { what, award }, onClose }: { doing: AwardDoing; onClose: () => void }) {
  const t = awards.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const path = { id: award.id }
  const done = async (said: string) => {
    await Promise.all(['award-lists', 'awards', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(said)
  }
  const seen = async () => ({ 'If-Match': (await versioned(api.GET('/api/v1/awards/{id}', { params: { path } }))).etag })
  if (what === 'takeBack') {
    const take = async ({ kind = 'returned', on = '', reason = '', reference }: Record<string, string>) => {
      const body = { kind: kind as (typeof KINDS)[number], on, reason, reference: reference || null }
      await good(api.POST('/api/v1/awards/{id}/take-back', { params: { path, header: await seen() }, body }))
      await done(t('taken'))
    }
    const fields = (
      <>
        <Field name="kind" label={t('takeKind')} required>
          <Choice options={KINDS.map((value) => ({ value, label: nameOf('ledger', value) }))} always />
        </Field>
        <Field name="on" label={t('on')} required>
          <Input type="date" />
        </Field>
        <Field name="reference" label={t('reference')}>
          <Input maxLength={100} />
        </Field>
      </>
    )
    return (
      <ConfirmDialog
        title={t('takeBackTitle')}
        submit={t('takeBack')}
        fields={fields}
        initialValues={{ kind: 'returned' }}
        reason={{ label: t('why') }}
        danger
        onSubmit={take}
        onClose={onClose}
      >
        <p>{t('takeBackAbout')}</p>
      </ConfirmDialog>
    )
  }
  const struck = what === 'strike'
  const strike = async ({ reason = '' }: Record<string, string>) => {
    await good(api.POST('/api/v1/awards/{id}/strike', { params: { path, header: await seen() }, body: { struck, reason } }))
    await done(t(struck ? 'struckDone' : 'restoredDone'))
  }
  return (
    <ConfirmDialog title={t(`${what}Title`, { name: award.name })} submit={t(what)} reason={{ label: t('why') }} danger={struck} onSubmit={strike} onClose={onClose}>
      <p>{t(`${what}About`)}</p>
    </ConfirmDialog>
  )
}
