import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { Job } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { isOver } from '@/shared/jobs/follow'
import { JobProgress } from '@/shared/jobs/JobResult'
import { jobWords } from '@/shared/jobs/words'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { counted } from '@/shared/words/time'
import { imports } from './words'

/** How far a check or an import is, how fast it goes, and the way to stop it. */
export function Working({ job, lost, at }: { job: Job | null; lost: boolean; at: number }) {
  const t = imports.use()
  const [asking, setAsking] = useState(false)
  const { message } = App.useApp()
  const cancel = async () => {
    await good(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job?.id ?? '' } } }))
    message.success(t('cancelled'))
  }
  const rate = job ? rateOf(job, at) : null
  return (
    <Section title={job?.kind === 'import' ? t('stepResult') : t('stepPreview')}>
      {!job && <Loading />}
      {job && (
        <div className="stack">
          <div role="status">
            <JobProgress job={job} />
            {rate !== null && <small>{t('rate', { rate: counted(rate) })}</small>}
            {lost && <p>{jobWords.say('lost')}</p>}
          </div>
          {!isOver(job) && (
            <ActionButton danger onClick={() => setAsking(true)}>
              {t('cancel')}
            </ActionButton>
          )}
        </div>
      )}
      {asking && job && !isOver(job) && (
        <ConfirmDialog title={t('cancelTitle')} submit={t('cancel')} danger onSubmit={cancel} onClose={() => setAsking(false)}>
          {t('cancelAbout')}
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** Rows of a second so far. */
function rateOf(job: Job, now: number): number | null {
  const seconds = job.started_at ? (now - Date.parse(job.started_at)) / 1000 : 0
  return seconds > 0.5 && job.done > 0 ? Math.round(job.done / seconds) : null
}
