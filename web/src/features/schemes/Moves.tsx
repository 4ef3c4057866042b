import { useQueryClient } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import { Moves as SharedMoves, type Move } from '@/shared/drafts/Moves'
import { may, useMe } from '@/shared/me/me'
import { schemeCan } from './can'
import { drafting } from './draftWords'
import type { Draft } from './types'

interface Props {
  draft: Draft
  etag: string
  sound: boolean
  saved: boolean
}

/** Handing a scheme in, sending it back, publishing, withdrawing it. */
export function Moves({ draft, etag, sound, saved }: Props) {
  const t = drafting.use()
  const me = useMe()
  const client = useQueryClient()
  const act = async (move: Move, reason: string) => {
    const params = { path: { id: draft.id }, header: { 'If-Match': etag } }
    if (move === 'submit') await good(api.POST('/api/v1/scheme-drafts/{id}/submit', { params }))
    if (move === 'publish') await good(api.POST('/api/v1/scheme-drafts/{id}/publish', { params }))
    if (move === 'send-back') await good(api.POST('/api/v1/scheme-drafts/{id}/send-back', { params, body: { reason } }))
    if (move === 'withdraw') await good(api.POST('/api/v1/scheme-drafts/{id}/withdraw', { params, body: { reason } }))
    await client.invalidateQueries({ queryKey: ['schemes'] })
  }
  return (
    <SharedMoves
      state={draft.state}
      may={{ write: may(me, 'scheme:write'), publish: may(me, 'scheme:publish') }}
      can={{
        withdraw: schemeCan.withdraw(me, draft),
        submit: schemeCan.submit(me, draft, { sound, saved }),
        sendBack: schemeCan.sendBack(me, draft),
        publish: schemeCan.publish(me, draft),
      }}
      say={t}
      act={act}
    />
  )
}
