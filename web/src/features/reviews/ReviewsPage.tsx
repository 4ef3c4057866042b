import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Batch } from '@/shared/api/types'
import { BatchPage } from '@/shared/batches/BatchPage'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useDictionary } from '@/shared/dictionary/items'
import { useMe } from '@/shared/me/me'
import { useOpened } from '@/shared/table/opened'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute, counted } from '@/shared/words/time'
import { reviewCan } from './can'
import { ReviewDrawer } from './ReviewDrawer'
import { reviews } from './words'

type Waiting = components['schemas']['Waiting']

/** The filings that wait for review. */
export function ReviewsPage() {
  const t = reviews.use()
  return (
    <BatchPage title={t('title')} about={t('about')}>
      {(batch) => <Queue key={batch.id} batch={batch} />}
    </BatchPage>
  )
}

const FEW = 3

function Queue({ batch }: { batch: Batch }) {
  const t = reviews.use()
  const me = useMe()
  const dictionary = useDictionary()
  const [opened, open] = useOpened()
  const [bulk, setBulk] = useState(false)
  const found = useQuery({
    queryKey: ['reviews', batch.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}/reviews', { params: { path: { id: batch.id } }, signal })),
  })
  const all = found.data ?? []
  const unchanged = all.filter(({ differences }) => differences.length === 0).length
  const after = (id: string) => {
    const at = all.findIndex((one) => one.participant_id === id)
    return (all[at + 1] ?? all.find((one) => one.participant_id !== id))?.participant_id ?? null
  }
  const named = (one: Waiting) => {
    const items = one.differences.slice(0, FEW).map(({ item }) => dictionary.name(item))
    return items.join('、') + (one.differences.length > FEW ? '…' : '')
  }
  return (
    <Section
      title={t('queue')}
      actions={
        <ActionButton type="primary" can={reviewCan.bulk(me, batch, unchanged)} onClick={() => setBulk(true)}>
          {t('bulk')}
        </ActionButton>
      }
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && all.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {all.length > 0 && (
        <>
          <p role="status" className="dialog-text">
            {t('waiting', { count: counted(all.length), unchanged: counted(unchanged) })}
          </p>
          <Rows<Waiting>
            label={t('queue')}
            rows={all.slice(0, 200)}
            rowKey={(one) => one.participant_id}
            columns={[
              {
                key: 'name',
                title: t('enterprise'),
                render: (one) => (
                  <button type="button" className="link-button" onClick={() => open(one.participant_id)}>
                    {one.name}
                  </button>
                ),
              },
              { key: 'code', title: t('code'), render: (one) => <code>{one.credit_code}</code>, still: true },
              { key: 'submitted', title: t('submitted'), render: (one) => one.submitted_at && atMinute(one.submitted_at), still: true },
              {
                key: 'differences',
                title: t('differences'),
                render: (one) =>
                  one.differences.length === 0 ? (
                    <span className="badge badge-good">✓ {t('noDifference')}</span>
                  ) : (
                    <span>
                      <span className="badge badge-wait">◔ {t('differencesOf', { count: one.differences.length })}</span> {named(one)}
                    </span>
                  ),
              },
            ]}
          />
        </>
      )}
      <ReviewDrawer id={opened} onClose={() => open(null)} next={opened ? after(opened) : null} onNext={open} />
      {bulk && <BulkDialog batch={batch} count={unchanged} onClose={() => setBulk(false)} />}
    </Section>
  )
}

function BulkDialog({ batch, count, onClose }: { batch: Batch; count: number; onClose: () => void }) {
  const t = reviews.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const approve = async () => {
    const params = { path: { id: batch.id }, header: { 'Idempotency-Key': key } }
    const { approved, left } = await good(api.POST('/api/v1/batches/{id}/reviews', { params }))
    await Promise.all(['reviews', 'filings', 'participants', 'batches'].map((one) => client.invalidateQueries({ queryKey: [one] })))
    message.success(t('bulkDone', { approved, left }))
  }
  return (
    <ConfirmDialog title={t('bulkTitle', { count })} submit={t('approve')} onSubmit={approve} onClose={onClose}>
      <p>{t('bulkAbout')}</p>
      {batch.second_review && <p>{t('bulkSecond')}</p>}
    </ConfirmDialog>
  )
}

export { ReviewsPage as Component }
