import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { common } from '@/shared/words/common'
import { schemeCan } from './can'
import { drafting } from './draftWords'
import type { Draft } from './types'

type Move = 'submit' | 'publish' | 'send-back' | 'withdraw'

interface Props {
  draft: Draft
  etag: string
  sound: boolean
  saved: boolean
}

const DONE: Record<Move, 'submitted' | 'published' | 'sentBack' | 'withdrawn'> = { submit: 'submitted', publish: 'published', 'send-back': 'sentBack', withdraw: 'withdrawn' }

/** Handing in, sending back, publishing, withdrawing. */
export function Moves({ draft, etag, sound, saved }: Props) {
  const t = drafting.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<Move | null>(null)
  const act = async ({ reason = '' }: Record<string, string>) => {
    const params = { path: { id: draft.id }, header: { 'If-Match': etag } }
    if (doing === 'submit') await good(api.POST('/api/v1/scheme-drafts/{id}/submit', { params }))
    if (doing === 'publish') await good(api.POST('/api/v1/scheme-drafts/{id}/publish', { params }))
    if (doing === 'send-back') await good(api.POST('/api/v1/scheme-drafts/{id}/send-back', { params, body: { reason } }))
    if (doing === 'withdraw') await good(api.POST('/api/v1/scheme-drafts/{id}/withdraw', { params, body: { reason } }))
    await client.invalidateQueries({ queryKey: ['schemes'] })
    if (doing) message.success(t(DONE[doing]))
  }
  const over = draft.state === 'published' || draft.state === 'withdrawn'
  if (over) return null
  return (
    <>
      {may(me, 'scheme:write') && (
        <ActionButton can={schemeCan.withdraw(me, draft)} onClick={() => setDoing('withdraw')}>
          {t('withdraw')}
        </ActionButton>
      )}
      {draft.state === 'draft' && may(me, 'scheme:write') && (
        <ActionButton can={schemeCan.submit(me, draft, { sound, saved })} onClick={() => setDoing('submit')}>
          {t('submit')}
        </ActionButton>
      )}
      {draft.state === 'submitted' && may(me, 'scheme:publish') && (
        <>
          <ActionButton can={schemeCan.sendBack(me, draft)} onClick={() => setDoing('send-back')}>
            {t('send-back')}
          </ActionButton>
          <ActionButton type="primary" can={schemeCan.publish(me, draft)} onClick={() => setDoing('publish')}>
            {t('publish')}
          </ActionButton>
        </>
      )}
      {doing && (
        <ConfirmDialog
          title={t(`${doing}Title`)}
          submit={t(doing)}
          danger={doing === 'withdraw'}
          {...((doing === 'send-back' || doing === 'withdraw') && { reason: { label: c('reason') } })}
          onSubmit={act}
          onClose={() => setDoing(null)}
        >
          <p>{t(`${doing}About`)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
