import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, freshKey, good, versioned } from '@/shared/api/client'
import { isInvited, type Approval, type Invited } from '@/shared/api/types'
import { Changes } from '@/shared/changes/Changes'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useMe } from '@/shared/me/me'
import { InvitedLink } from '@/shared/organisations/InvitedLink'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { approvalCan } from './can'
import { actionName, approvals } from './words'

type Decision = 'confirm' | 'decline' | 'withdraw'

/** One request with its exact effect, and what the reader may do about it. */
export function ApprovalDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = approvals.use()
  const me = useMe()
  const [doing, setDoing] = useState<Decision | null>(null)
  const [link, setLink] = useState<Invited | null>(null)
  const found = useQuery({
    queryKey: ['approvals', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/approvals/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    staleTime: 0,
  })
  const close = () => {
    setLink(null)
    setDoing(null)
    onClose()
  }
  const one = found.data?.data
  return (
    <DetailDrawer title={t('details')} open={id !== null} onClose={close}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {link && <InvitedLink invited={link} onDone={close} />}
      {one && !link && (
        <div className="stack">
          <ApprovalFacts approval={one} />
          <Changes detail={one.effect} />
          <div className="actions drawer-actions">
            <ActionButton type="primary" can={approvalCan.decide(me, one)} onClick={() => setDoing('confirm')}>
              {t('confirm')}
            </ActionButton>
            <ActionButton danger can={approvalCan.decide(me, one)} onClick={() => setDoing('decline')}>
              {t('decline')}
            </ActionButton>
            <ActionButton can={approvalCan.withdraw(me, one)} onClick={() => setDoing('withdraw')}>
              {t('withdraw')}
            </ActionButton>
          </div>
          {doing && <Decide approval={one} etag={found.data?.etag ?? ''} decision={doing} onLink={setLink} onClose={() => setDoing(null)} />}
        </div>
      )}
    </DetailDrawer>
  )
}

function ApprovalFacts({ approval }: { approval: Approval }) {
  const t = approvals.use()
  const { decider, decided_at, reason } = approval
  return (
    <Facts
      facts={[
        [t('what'), approval.words],
        [t('action'), actionName(approval.action)],
        [t('state'), <Badge key="state" group="approval" word={approval.state} />],
        [t('requester'), approval.requester],
        [t('asked'), atMinute(approval.created_at)],
        ...(approval.state === 'waiting' ? [[t('expires'), atMinute(approval.expires_at)] as [string, string]] : []),
        ...(decider ? [[t('decider'), decider] as [string, string]] : []),
        ...(decided_at ? [[t('decided'), atMinute(decided_at)] as [string, string]] : []),
        ...(reason ? [[t('reason'), reason] as [string, string]] : []),
      ]}
    />
  )
}

interface DecideProps {
  approval: Approval
  /** The version that was read: what was changed since is not decided on. */
  etag: string
  decision: Decision
  onLink: (invited: Invited) => void
  onClose: () => void
}

const SAID = { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const

function Decide({ approval, etag, decision, onLink, onClose }: DecideProps) {
  const t = approvals.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const path = { id: approval.id }
  const send = async (reason: string) => {
    const header = { 'If-Match': etag }
    if (decision === 'decline') return void (await good(api.POST('/api/v1/approvals/{id}/decline', { params: { path, header }, body: { reason } })))
    if (decision === 'withdraw') return void (await good(api.POST('/api/v1/approvals/{id}/withdraw', { params: { path, header } })))
    const done = await good(api.POST('/api/v1/approvals/{id}/confirm', { params: { path, header: { ...header, 'Idempotency-Key': key } } }))
    const result: unknown = done.result
    if (typeof result === 'object' && result !== null && isInvited(result)) onLink(result)
  }
  const decide = async ({ reason = '' }: Record<string, string>) => {
    try {
      await send(reason)
      message.success(t(SAID[decision]))
    } finally {
      // A refusal may have ended the request too: its thing was changed, the first person lost the right.
      await client.invalidateQueries({ queryKey: ['approvals'] })
    }
    await client.invalidateQueries({ queryKey: ['users'] })
  }
  return (
    <ConfirmDialog
      title={t(`${decision}Title`)}
      submit={t(decision)}
      danger={decision !== 'confirm'}
      {...(decision === 'decline' && { reason: { label: t('reason'), help: t('declineHelp') } })}
      onSubmit={decide}
      onClose={onClose}
    >
      <p>{approval.words}</p>
      {decision === 'confirm' && <p>{t('confirmAbout')}</p>}
      {decision === 'withdraw' && <p>{t('withdrawAbout')}</p>}
    </ConfirmDialog>
  )
}
