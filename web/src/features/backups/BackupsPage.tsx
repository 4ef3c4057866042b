import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { isOver, useFollowedJob } from '@/shared/jobs/follow'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute, atSecond, counted } from '@/shared/words/time'
import { backups } from './words'

type Backup = components['schemas']['Backup']

/** Copies of the database and of the files it names. */
export function BackupsPage() {
  const t = backups.use()
  const [job, setJob] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setError(null)
    try {
      setJob((await good(api.POST('/api/v1/backups', { params: { header: { 'Idempotency-Key': freshKey() } } }))).id)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Page title={t('title')} about={t('about')}>
      <Section title={t('now')} about={t('nowAbout')}>
        <div className="stack">
          <ProblemAlert error={error} />
          {job && <FollowedJob id={job} />}
          <Button type="primary" onClick={() => void make()}>
            {t('now')}
          </Button>
        </div>
      </Section>
      <Kept job={job} />
    </Page>
  )
}

/** The backups that there are; read again when `job` is over. */
function Kept({ job }: { job: string | null }) {
  const t = backups.use()
  const client = useQueryClient()
  const followed = useFollowedJob(job).job
  const over = followed && isOver(followed) ? followed.id : null
  const found = useQuery({ queryKey: ['backups', over], queryFn: ({ signal }) => good(api.GET('/api/v1/backups', { signal })), placeholderData: (before) => before })
  const columns: Column<Backup>[] = [
    { key: 'made_at', title: t('madeAt'), render: (one) => atSecond(one.made_at), still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="backup" word={one.state} /> },
    { key: 'bytes', title: t('size'), render: (one) => megabytes(one.bytes), still: true },
    { key: 'files', title: t('files'), render: (one) => filesOf(one, t), still: true },
    { key: 'checked_at', title: t('checkedAt'), render: (one) => (one.checked_at ? atMinute(one.checked_at) : t('never')), still: true },
    { key: 'file', title: t('file'), render: (one) => <code>{one.file}</code> },
  ]
  const kept = found.data
  const how = kept?.every_hours ? t('every', { hours: kept.every_hours, keep: kept.keep }) : t('notScheduled')
  return (
    <Section title={t('kept')} about={kept ? how : undefined}>
      <div className="stack">
        <ProblemAlert error={found.error} onRetry={() => void client.invalidateQueries({ queryKey: ['backups'] })} />
        {found.isPending && <Loading />}
        {kept?.failed_at && <Alert type="error" showIcon title={t('failed', { at: atMinute(kept.failed_at) })} />}
        {kept && kept.items.length === 0 && <p>{t('none')}</p>}
        {kept && kept.items.length > 0 && <Rows label={t('kept')} columns={columns} rows={kept.items} rowKey={(one) => one.file} />}
      </div>
    </Section>
  )
}

function megabytes(bytes: string): string {
  return `${(Number(bytes) / 1_048_576).toFixed(1)} MB`
}

function filesOf(one: Backup, t: ReturnType<typeof backups.use>): string {
  if (one.files === null || one.files === undefined) return '—'
  return one.lost_files > 0 ? t('filesLost', { count: counted(one.files), lost: counted(one.lost_files) }) : counted(one.files)
}

export { BackupsPage as Component }
