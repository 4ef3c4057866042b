import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { common } from '@/shared/words/common'
import type { Draft } from './asked'
import { rulesCan } from './can'
import { rules } from './words'

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
  const t = rules.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<Move | null>(null)
  const act = async ({ reason = '' }: Record<string, string>) => {
    const params = { path: { id: draft.id }, header: { 'If-Match': etag } }
    if (doing === 'submit') await good(api.POST('/api/v1/rule-drafts/{id}/submit', { params }))
    if (doing === 'publish') await good(api.POST('/api/v1/rule-drafts/{id}/publish', { params }))
    if (doing === 'send-back') await good(api.POST('/api/v1/rule-drafts/{id}/send-back', { params, body: { reason } }))
    if (doing === 'withdraw') await good(api.POST('/api/v1/rule-drafts/{id}/withdraw', { params, body: { reason } }))
    await Promise.all(['rule-drafts', 'policies', 'products'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    if (doing) message.success(t(DONE[doing]))
  }
  const over = draft.state === 'published' || draft.state === 'withdrawn'
  if (over || !draft.ours) return null
  return (
    <>
      {may(me, 'rules:write') && (
        <ActionButton can={rulesCan.withdraw(me, draft)} onClick={() => setDoing('withdraw')}>
          {t('withdraw')}
        </ActionButton>
      )}
      {draft.state === 'draft' && may(me, 'rules:write') && (
        <ActionButton can={rulesCan.submit(me, draft, { sound, saved })} onClick={() => setDoing('submit')}>
          {t('submit')}
        </ActionButton>
      )}
      {draft.state === 'submitted' && may(me, 'rules:publish') && (
        <>
          <ActionButton can={rulesCan.sendBack(me, draft)} onClick={() => setDoing('send-back')}>
            {t('send-back')}
          </ActionButton>
          <ActionButton type="primary" can={rulesCan.publish(me, draft)} onClick={() => setDoing('publish')}>
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
