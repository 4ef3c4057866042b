import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good, versioned } from '@/shared/api/client'
import type { Objection } from '@/shared/api/types'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useDictionary } from '@/shared/dictionary/items'
import { useEnterpriseNames } from '@/shared/enterprises/names'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { objectionCan } from './can'
import { Clock } from './Clock'
import { objections } from './words'

type Doing = 'uphold' | 'dismiss' | 'withdraw'

/** One objection, and its decision. */
export function ObjectionDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = objections.use()
  const dictionary = useDictionary()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({
    queryKey: ['objections', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/objections/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    staleTime: 0,
  })
  const one = found.data?.data
  return (
    <DetailDrawer title={one ? dictionary.name(one.item) : t('details')} open={id !== null} onClose={onClose}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && one && (
        <>
          <ObjectionFacts objection={one} />
          <Actions objection={one} onDo={setDoing} />
          {doing && <Dialogs objection={one} etag={found.data.etag} doing={doing} onClose={() => setDoing(null)} />}
        </>
      )}
    </DetailDrawer>
  )
}

function ObjectionFacts({ objection: one }: { objection: Objection }) {
  const t = objections.use()
  const dictionary = useDictionary()
  const name = useEnterpriseNames([one.enterprise_id]).get(one.enterprise_id)
  const value = (text: string | null | undefined) => (typeof text === 'string' ? dictionary.value(one.item, text) : t('none1'))
  return (
    <Facts
      facts={[
        [t('enterprise'), name],
        [t('item'), dictionary.heading(one.item)],
        [t('period'), one.period > 0 ? one.period : null],
        [t('value'), value(one.value)],
        [t('claimed'), <strong key="claimed">{value(one.claimed)}</strong>],
        [t('reason'), one.reason],
        [t('evidence'), one.evidence && <EvidenceLink key="evidence" id={one.evidence} />],
        [t('state'), <Badge key="state" group="objection" word={one.state} />],
        [t('opened'), one.opened_on],
        [t('due'), <Clock key="due" objection={one} />],
        ...(one.decision ? ([[t('decision'), one.decision]] as [string, React.ReactNode][]) : []),
        ...(one.decided_at ? ([[t('decidedAt'), atMinute(one.decided_at)]] as [string, React.ReactNode][]) : []),
      ]}
    />
  )
}

function Actions({ objection, onDo }: { objection: Objection; onDo: (doing: Doing) => void }) {
  const t = objections.use()
  const me = useMe()
  if (may(me, 'objection:withdraw')) {
    return (
      <div className="actions drawer-actions">
        <ActionButton can={objectionCan.withdraw(me, objection)} onClick={() => onDo('withdraw')}>
          {t('withdraw')}
        </ActionButton>
      </div>
    )
  }
  return (
    <div className="actions drawer-actions">
      <ActionButton type="primary" can={objectionCan.decide(me, objection)} onClick={() => onDo('uphold')}>
        {t('uphold')}
      </ActionButton>
      <ActionButton can={objectionCan.decide(me, objection)} onClick={() => onDo('dismiss')}>
        {t('dismiss')}
      </ActionButton>
    </div>
  )
}

interface DialogsProps {
  objection: Objection
  etag: string
  doing: Doing
  onClose: () => void
}

function Dialogs({ objection, etag, doing, onClose }: DialogsProps) {
  const t = objections.use()
  const client = useQueryClient()
  const dictionary = useDictionary()
  const { message } = App.useApp()
  const params = { path: { id: objection.id }, header: { 'If-Match': etag } }
  const item = dictionary.name(objection.item)
  const claimed = typeof objection.claimed === 'string' ? dictionary.value(objection.item, objection.claimed) : t('none1')
  const done = async (work: Promise<unknown>, said: string) => {
    await work
    await Promise.all(['objections', 'filings', 'batches'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(said)
  }
  if (doing === 'withdraw') {
    const withdraw = () => done(good(api.POST('/api/v1/objections/{id}/withdraw', { params })), t('withdrawn'))
    return (
      <ConfirmDialog title={t('withdrawTitle')} submit={t('withdraw')} onSubmit={withdraw} onClose={onClose}>
        {t('withdrawAbout')}
      </ConfirmDialog>
    )
  }
  const decide = ({ reason = '' }: Record<string, string>) =>
    done(good(api.POST('/api/v1/objections/{id}/decide', { params, body: { upheld: doing === 'uphold', reason } })), t('decided'))
  return (
    <ConfirmDialog
      title={t(`${doing}Title`)}
      submit={t(doing)}
      reason={{ label: t('decisionReason'), help: t('decisionHelp') }}
      onSubmit={decide}
      onClose={onClose}
    >
      <p>{t(`${doing}About`, { item, claimed })}</p>
      {doing === 'uphold' && <p>{t('upholdPublished')}</p>}
    </ConfirmDialog>
  )
}
