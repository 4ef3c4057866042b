import { useQueryClient } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import { Moves as SharedMoves, type Move } from '@/shared/drafts/Moves'
import { may, useMe } from '@/shared/me/me'
import type { Draft } from './asked'
import { rulesCan } from './can'
import { rules } from './words'

interface Props {
  draft: Draft
  etag: string
  sound: boolean
  saved: boolean
}

/** Handing a policy or product in, sending it back, publishing, withdrawing it: by those for whom it is written. */
export function Moves({ draft, etag, sound, saved }: Props) {
  const t = rules.use()
  const me = useMe()
  const client = useQueryClient()
  const act = async (move: Move, reason: string) => {
    const params = { path: { id: draft.id }, header: { 'If-Match': etag } }
    if (move === 'submit') await good(api.POST('/api/v1/rule-drafts/{id}/submit', { params }))
    if (move === 'publish') await good(api.POST('/api/v1/rule-drafts/{id}/publish', { params }))
    if (move === 'send-back') await good(api.POST('/api/v1/rule-drafts/{id}/send-back', { params, body: { reason } }))
    if (move === 'withdraw') await good(api.POST('/api/v1/rule-drafts/{id}/withdraw', { params, body: { reason } }))
    await Promise.all(['rule-drafts', 'policies', 'products'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  if (!draft.ours) return null
  return (
    <SharedMoves
      state={draft.state}
      may={{ write: may(me, 'rules:write'), publish: may(me, 'rules:publish') }}
      can={{
        withdraw: rulesCan.withdraw(me, draft),
        submit: rulesCan.submit(me, draft, { sound, saved }),
        sendBack: rulesCan.sendBack(me, draft),
        publish: rulesCan.publish(me, draft),
      }}
      say={t}
      act={act}
    />
  )
}
