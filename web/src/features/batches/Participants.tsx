import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch, Participant, ParticipantState } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { extend, readGroups, removeParticipant } from './actions'
import { batchCan } from './can'
import { groupWords } from './groupWords'
import { batches } from './words'

const STATES: readonly ParticipantState[] = ['draft', 'submitted', 'returned', 'approved', 'frozen']
const CLOCKS = ['late', 'extended'] as const

interface Props {
  batch: Batch
  actions: ReactNode
  before: ReactNode
}

/** Who takes part in an evaluation, and how far each is. */
export function Participants({ batch, actions, before }: Props) {
  const t = batches.use()
  const g = groupWords.use()
  const me = useMe()
  const found = useQuery({ queryKey: ['batches', 'groups', batch.id], queryFn: ({ signal }) => readGroups(batch.id, signal), staleTime: 0 })
  const groups = found.data?.data ?? []
  const [doing, setDoing] = useState<{ what: 'extend' | 'remove'; one: Participant } | null>(null)
  const asked = ({ filters: { state, search, clock, group } }: Wanted) => ({
    batch_id: batch.id,
    ...(search && { search }),
    ...(state && { state: state as ParticipantState }),
    ...(clock && { clock: clock as (typeof CLOCKS)[number] }),
    ...(group && { group }),
  })
  const list = (wanted: Wanted, signal: AbortSignal) => {
    const { limit, cursor } = wanted
    return good(api.GET('/api/v1/participants', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = exportingOf((wanted, format) => api.GET('/api/v1/participants/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))
  const columns: Column<Participant>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => (may(me, 'filing:queue') ? <Link to={`/reviews?batch=${batch.id}&open=${one.id}`}>{one.name}</Link> : one.name) },
    { key: 'credit_code', title: t('code'), render: (one) => <code>{one.credit_code}</code>, still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="participant" word={one.state} />, still: true },
    { key: 'deadline', title: t('deadline'), render: (one) => <Deadline one={one} />, still: true },
    ...(groups.length > 0 ? [{ key: 'group', title: g('group'), render: (one: Participant) => one.group, still: true }] : []),
    { key: 'submitted_at', title: t('submitted'), render: (one) => one.submitted_at && atMinute(one.submitted_at), still: true },
    { key: 'receipt_number', title: t('receipt'), render: (one) => one.receipt_number && <code>{one.receipt_number}</code>, hidden: true },
  ]
  const rowActions = (one: Participant) => (
    <span className="badges">
      <ActionButton size="small" can={batchCan.extend(me, batch, one)} aria-label={t('extendOf', { name: one.name })} onClick={() => setDoing({ what: 'extend', one })}>
        {t('extend')}
      </ActionButton>
      <ActionButton size="small" can={batchCan.remove(me, batch, one)} aria-label={t('removeOf', { name: one.name })} onClick={() => setDoing({ what: 'remove', one })}>
        {t('remove')}
      </ActionButton>
    </span>
  )
  return (
    <>
      <TablePage<Participant>
        name="participants"
        scope={batch.id}
        title={batch.title}
        actions={actions}
        before={before}
        search={[
          { name: 'search', label: t('search'), kind: 'text' },
          { name: 'state', label: t('filingState'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('participant', state) })) },
          { name: 'clock', label: t('clock'), kind: 'choice', options: CLOCKS.map((clock) => ({ value: clock, label: t(clock) })) },
          ...(groups.length > 0 ? [{ name: 'group', label: g('group'), kind: 'choice' as const, options: groups.map(({ name }) => ({ value: name, label: name })) }] : []),
        ]}
        columns={columns}
        usualSort="enterprise"
        list={list}
        exporting={exporting}
        rowKey={(one) => one.id}
        rowActions={may(me, 'batch:extend') ? { title: t('doing'), render: rowActions } : undefined}
        empty={{ title: t('nobody'), about: t('nobodyAbout') }}
      />
      {doing?.what === 'extend' && <ExtendDialog batch={batch} one={doing.one} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && <RemoveDialog one={doing.one} onClose={() => setDoing(null)} />}
    </>
  )
}

function Deadline({ one }: { one: Participant }) {
  const t = batches.use()
  return (
    <span>
      {one.deadline} {one.extended && <span className="badge">{t('extended')}</span>} {one.late && <span className="badge badge-bad">✕ {t('late')}</span>}
    </span>
  )
}

function ExtendDialog({ batch, one, onClose }: { batch: Batch; one: Participant; onClose: () => void }) {
  const t = batches.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = async ({ deadline, reason = '' }: Record<string, string>) => {
    const done = await extend(one.id, deadline || null, reason)
    await Promise.all([client.invalidateQueries({ queryKey: ['participants'] }), client.invalidateQueries({ queryKey: ['batches', 'board'] })])
    message.success(t('extendDone', { name: one.name, day: done.deadline }))
  }
  return (
    <ConfirmDialog
      title={t('extendTitle', { name: one.name })}
      submit={t('extend')}
      reason={{ label: t('extendReason'), help: t('extendReasonHelp') }}
      fields={
        <Field name="deadline" label={t('newDeadline')} extra={t('newDeadlineHelp', { from: batch.enterprise_deadline, to: batch.review_deadline })}>
          <Input type="date" min={batch.enterprise_deadline} max={batch.review_deadline} />
        </Field>
      }
      initialValues={one.extended ? { deadline: one.deadline } : {}}
      onSubmit={save}
      onClose={onClose}
    />
  )
}

function RemoveDialog({ one, onClose }: { one: Participant; onClose: () => void }) {
  const t = batches.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const remove = async () => {
    await removeParticipant(one.id)
    await Promise.all([client.invalidateQueries({ queryKey: ['participants'] }), client.invalidateQueries({ queryKey: ['batches', 'board'] })])
    message.success(t('removed', { name: one.name }))
  }
  return (
    <ConfirmDialog title={t('removeTitle', { name: one.name })} submit={t('remove')} danger onSubmit={remove} onClose={onClose}>
      {t('removeAbout')}
    </ConfirmDialog>
  )
}
