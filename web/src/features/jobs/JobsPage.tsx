import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Job } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useFollowedJob } from '@/shared/jobs/follow'
import { JobProgress, JobResult } from '@/shared/jobs/JobResult'
import { jobKind, jobWords } from '@/shared/jobs/words'
import { YES, may, no, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import { useOpened } from '@/shared/table/opened'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { common, nameOf } from '@/shared/words/common'
import { atSecond, counted } from '@/shared/words/time'
import { jobCan } from './can'
import { jobs } from './words'

const STATES: readonly Job['state'][] = ['waiting', 'running', 'done', 'failed', 'cancelled']
type Kind = components['schemas']['JobKind']

function asked({ filters: { state, kind }, sort }: Wanted) {
  return { sort, ...(state && { state: state as Job['state'] }), ...(kind && { kind: kind as Kind }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/jobs', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** Long work and what came of it. */
export function JobsPage() {
  const t = jobs.use()
  const me = useMe()
  const [opened, open] = useOpened()
  const kinds = Object.keys(jobWords.zh).filter((key) => key.startsWith('kind.')).map((key) => key.slice(5))
  const columns: Column<Job>[] = [
    {
      key: 'kind',
      title: t('kind'),
      render: (job) => (
        <button type="button" className="link-button" onClick={() => open(job.id)}>
          {jobKind(job.kind)}
        </button>
      ),
    },
    { key: 'state', title: t('state'), render: (job) => <Badge group="job" word={job.state} />, still: true },
    { key: 'progress', title: t('progress'), number: true, render: (job) => (job.total ? `${counted(job.done)} / ${counted(job.total)}` : null) },
    { key: 'created_at', title: t('asked'), sort: 'created_at', render: (job) => atSecond(job.created_at), still: true },
    { key: 'ended_at', title: t('ended'), render: (job) => (job.ended_at ? atSecond(job.ended_at) : null), still: true },
  ]
  return (
    <>
      <TablePage<Job>
        name="jobs"
        title={t('title')}
        about={t('about')}
        search={[
          { name: 'kind', label: t('kind'), kind: 'choice', options: kinds.map((kind) => ({ value: kind, label: jobKind(kind) })) },
          { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('job', state) })) },
        ]}
        columns={columns}
        usualSort="-created_at"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'job:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) => download(api.GET('/api/v1/jobs/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(job) => job.id}
        empty={{ title: t('none'), about: t('noneAbout') }}
      />
      <JobDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

function JobDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = jobs.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { job, lost } = useFollowedJob(id)
  const [cancelling, setCancelling] = useState(false)
  const cancel = async () => {
    await good(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: id ?? '' } } }))
    await client.invalidateQueries({ queryKey: ['jobs'] })
    message.success(t('cancelled'))
  }
  return (
    <DetailDrawer title={job ? jobKind(job.kind) : t('details')} open={id !== null} onClose={onClose}>
      {!job && (lost ? <p role="status">{jobWords.say('lost')}</p> : <Loading />)}
      {job && (
        <div className="stack">
          <div role="status" className="stack">
            <JobProgress job={job} />
            <JobResult job={job} />
          </div>
          <Facts
            facts={[
              [t('id'), <code key="id">{job.id}</code>],
              [t('asked'), atSecond(job.created_at)],
              [t('began'), job.started_at && atSecond(job.started_at)],
              [t('ended'), job.ended_at && atSecond(job.ended_at)],
            ]}
          />
          <ActionButton danger can={jobCan.cancel(me, job)} onClick={() => setCancelling(true)}>
            {t('cancel')}
          </ActionButton>
        </div>
      )}
      {cancelling && (
        <ConfirmDialog title={t('cancelTitle')} submit={t('cancel')} danger onSubmit={cancel} onClose={() => setCancelling(false)}>
          {t('cancelAbout')}
        </ConfirmDialog>
      )}
    </DetailDrawer>
  )
}

export { JobsPage as Component }
