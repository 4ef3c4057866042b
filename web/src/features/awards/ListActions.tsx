import { useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, unless, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { grouped } from '@/shared/words/values'
import { awards } from './words'

type Shown = components['schemas']['AwardListPage']
type Doing = 'show' | 'sendBack' | 'begin' | 'close' | 'cancel' | 'prepare'

/** Which moves a list may make in its state: crates/domain/src/policies/paying.rs. */
const MOVES: Record<Shown['state'], readonly Doing[]> = {
  review: ['show', 'cancel'],
  notice: ['begin', 'sendBack', 'cancel'],
  paying: ['prepare', 'close', 'cancel'],
  closed: [],
  cancelled: [],
}

const ACTIONS = { show: 'show', sendBack: 'send-back', begin: 'begin', close: 'close', cancel: 'cancel' } as const

/** What may be done with a list. */
export function ListActions({ list, etag }: { list: Shown; etag: string }) {
  const t = awards.use()
  const me = useMe()
  const [doing, setDoing] = useState<Doing | null>(null)
  const ready = list.states.find(({ state }) => state === 'confirmed')
  const can = (one: Doing) =>
    one === 'prepare'
      ? unless(may(me, 'payment:prepare') ? null : t('notAllowed'), ready ? null : t('prepareNone'))
      : unless(may(me, 'award:open') ? null : t('notAllowed'))
  return (
    <>
      {MOVES[list.state].map((one, index) => (
        <ActionButton key={one} type={index === 0 ? 'primary' : 'default'} can={can(one)} onClick={() => setDoing(one)}>
          {t(one)}
        </ActionButton>
      ))}
      {doing === 'prepare' && ready && <PrepareDialog list={list} ready={ready} onClose={() => setDoing(null)} />}
      {doing && doing !== 'prepare' && <MoveDialog list={list} etag={etag} doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}

interface MoveProps {
  list: Shown
  etag: string
  doing: Exclude<Doing, 'prepare'>
  onClose: () => void
}

function MoveDialog({ list, etag, doing, onClose }: MoveProps) {
  const t = awards.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const move = async ({ notice_until, reason }: Record<string, string>) => {
    const body = { action: ACTIONS[doing], notice_until: notice_until || null, reason: reason || null }
    await good(api.POST('/api/v1/award-lists/{id}/move', { params: { path: { id: list.id }, header: { 'If-Match': etag } }, body }))
    await Promise.all(['award-lists', 'awards'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(t('moved'))
  }
  const asksWhy = doing === 'sendBack' || doing === 'cancel'
  return (
    <ConfirmDialog
      title={t(`${doing}Title`)}
      submit={t(doing)}
      danger={doing === 'cancel'}
      {...(asksWhy && { reason: { label: t('why') } })}
      fields={
        doing === 'show' && (
          <Field name="notice_until" label={t('showUntil')} required>
            <Input type="date" />
          </Field>
        )
      }
      onSubmit={move}
      onClose={onClose}
    >
      <p>{t(`${doing}About`)}</p>
    </ConfirmDialog>
  )
}

function PrepareDialog({ list, ready, onClose }: { list: Shown; ready: Shown['states'][number]; onClose: () => void }) {
  const [key] = useState(freshKey)
  const t = awards.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const prepare = async () => {
    const made = await good(api.POST('/api/v1/award-lists/{id}/payments', { params: { path: { id: list.id }, header: { 'Idempotency-Key': key } } }))
    await Promise.all(['award-lists', 'awards', 'payments'].map((known) => client.invalidateQueries({ queryKey: [known] })))
    message.success(t('prepared'))
    await navigate(`/payments/${made.id}`)
  }
  return (
    <ConfirmDialog title={t('prepareTitle')} submit={t('prepare')} onSubmit={prepare} onClose={onClose}>
      <p>{t('prepareAbout', { count: ready.count, amount: grouped(ready.amount) })}</p>
    </ConfirmDialog>
  )
}
