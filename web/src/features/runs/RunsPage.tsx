import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { Batch, Run } from '@/shared/api/types'
import { BatchPage } from '@/shared/batches/BatchPage'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import { isOver, useFollowedJob } from '@/shared/jobs/follow'
import { useMe } from '@/shared/me/me'
import { exportingOf } from '@/shared/table/download'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute, counted } from '@/shared/words/time'
import { useEffect } from 'react'
import { runCan } from './can'
import { runs } from './words'

/** The runs of an evaluation, and computing another. */
export function RunsPage() {
  const t = runs.use()
  return (
    <BatchPage title={t('title')} about={t('about')}>
      {(batch) => <Runs key={batch.id} batch={batch} />}
    </BatchPage>
  )
}

function Runs({ batch }: { batch: Batch }) {
  const t = runs.use()
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ['runs', 'list', batch.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs', { params: { query: { batch_id: batch.id, sort: '-created_at', limit: 200 } }, signal })),
  })
  useRenewed(job)
  const exporting = exportingOf(({ sort }, format) => api.GET('/api/v1/runs/export', { params: { query: { batch_id: batch.id, sort, format } }, parseAs: 'blob' }))
  const action = (
    <>
      {found.data && found.data.items.length > 0 && <ExportButtons exporting={exporting} wanted={{ filters: {}, sort: '-created_at', limit: 200, cursor: undefined }} />}
      <ActionButton type="primary" can={runCan.compute(me, batch)} onClick={() => setAsking(true)}>
        {batch.state === 'published' ? t('correct') : t('compute')}
      </ActionButton>
    </>
  )
  return (
    <Section title={t('all')} actions={action}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {job && (
        <div className="dialog-text">
          <FollowedJob id={job} />
        </div>
      )}
      {found.isPending && <Loading />}
      {found.data && found.data.items.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {found.data && found.data.items.length > 0 && (
        <Rows<Run>
          label={t('all')}
          rows={found.data.items}
          rowKey={(one) => one.id}
          columns={[
            { key: 'number', title: t('facts'), render: (one) => <Link to={`/runs/${one.id}`}>{t('number', { number: one.number })}</Link> },
            { key: 'state', title: t('state'), render: (one) => <Badge group="run" word={one.state} />, still: true },
            { key: 'enterprises', title: t('enterprises'), number: true, render: (one) => counted(one.enterprises) },
            { key: 'ranked', title: t('ranked'), number: true, render: (one) => counted(one.ranked) },
            { key: 'vetoed', title: t('vetoed'), number: true, render: (one) => counted(one.vetoed) },
            { key: 'computed', title: t('computed'), render: (one) => atMinute(one.created_at), still: true },
            { key: 'published', title: t('publishedAt'), render: (one) => one.published_at && atMinute(one.published_at), still: true },
            { key: 'reason', title: t('reason'), render: (one) => one.reason },
          ]}
        />
      )}
      {asking && <ComputeDialog batch={batch} onAsked={setJob} onClose={() => setAsking(false)} />}
    </Section>
  )
}

/** Reads the runs anew when the job is over. */
function useRenewed(id: string | null): void {
  const client = useQueryClient()
  const { job } = useFollowedJob(id)
  const over = job !== null && isOver(job)
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ['runs'] })
  }, [over, client])
}

function ComputeDialog({ batch, onAsked, onClose }: { batch: Batch; onAsked: (job: string) => void; onClose: () => void }) {
  const t = runs.use()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const correcting = batch.state === 'published'
  const ask = async ({ reason }: Record<string, string>) => {
    const params = { path: { id: batch.id }, header: { 'Idempotency-Key': key } }
    const job = await good(api.POST('/api/v1/batches/{id}/runs', { params, body: { reason: correcting ? (reason ?? '') : null } }))
    message.success(t('asked'))
    onAsked(job.id)
  }
  return (
    <ConfirmDialog
      title={t(correcting ? 'correctTitle' : 'computeTitle', { title: batch.title })}
      submit={t(correcting ? 'correct' : 'compute')}
      {...(correcting && { reason: { label: t('correctReason'), help: t('correctReasonHelp') } })}
      onSubmit={ask}
      onClose={onClose}
    >
      {t(correcting ? 'correctAbout' : 'computeAbout')}
    </ConfirmDialog>
  )
}

export { RunsPage as Component }
