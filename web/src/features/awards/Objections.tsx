import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { AwardObjection } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useEnterpriseNames } from '@/shared/enterprises/names'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { awards } from './words'

/** Objections to a list, and their decisions. */
export function Objections({ list }: { list: string }) {
  const t = awards.use()
  const me = useMe()
  const [doing, setDoing] = useState<{ one: AwardObjection; upheld: boolean } | null>(null)
  const found = useQuery({
    queryKey: ['award-lists', 'objections', list],
    queryFn: ({ signal }) => good(api.GET('/api/v1/award-objections', { params: { query: { list_id: list, limit: 200 } }, signal })),
  })
  const all = found.data?.items ?? []
  const names = useEnterpriseNames(all.map((one) => one.enterprise_id))
  if (found.data && all.length === 0) return null
  const can = (one: AwardObjection) => unless(may(me, 'award:review') ? null : t('notAllowed'), one.state === 'open' ? null : t('wrongState'))
  const columns: Column<AwardObjection>[] = [
    { key: 'objector', title: t('objector'), render: (one) => names.get(one.enterprise_id) },
    {
      key: 'reason',
      title: t('reason'),
      render: (one) => (
        <>
          {one.reason}
          {!one.award_id && <small>{t('aboutMissing')}</small>}
        </>
      ),
    },
    { key: 'state', title: t('state'), render: (one) => <Badge group="awardObjection" word={one.state} />, still: true },
    { key: 'decision', title: t('decision'), render: (one) => one.decision },
    { key: 'raised_at', title: t('raisedAt'), render: (one) => atMinute(one.raised_at), still: true },
  ]
  return (
    <Section title={t('objections')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {all.length > 0 && (
        <Rows<AwardObjection>
          label={t('objections')}
          columns={columns}
          rows={all}
          rowKey={(one) => one.id}
          actions={{
            title: t('doing'),
            render: (one) => (
              <span className="actions">
                {([true, false] as const).map((upheld) => (
                  <ActionButton key={String(upheld)} size="small" can={can(one)} onClick={() => setDoing({ one, upheld })}>
                    {t(upheld ? 'uphold' : 'dismiss')}
                  </ActionButton>
                ))}
              </span>
            ),
          }}
        />
      )}
      {doing && <DecideDialog {...doing} onClose={() => setDoing(null)} />}
    </Section>
  )
}

function DecideDialog({ one, upheld, onClose }: { one: AwardObjection; upheld: boolean; onClose: () => void }) {
  const t = awards.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const decide = async ({ reason = '' }: Record<string, string>) => {
    const params = { path: { id: one.id }, header: { 'If-Match': `"${one.version}"` } }
    await good(api.POST('/api/v1/award-objections/{id}/decide', { params, body: { upheld, reason } }))
    await Promise.all(['award-lists', 'awards'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(t('decided'))
  }
  const what = upheld ? 'uphold' : 'dismiss'
  return (
    <ConfirmDialog title={t(`${what}Title`)} submit={t(what)} reason={{ label: t('decision') }} onSubmit={decide} onClose={onClose}>
      <p>{t(`${what}About`)}</p>
    </ConfirmDialog>
  )
}
