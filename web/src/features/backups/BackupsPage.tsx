import { Button } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { backups } from './words'

/** Copies of the database. */
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
    <Page title={t('title')} about={t('about')} narrow>
      <Section title={t('now')} about={t('nowAbout')}>
        <div className="stack">
          <ProblemAlert error={error} />
          {job && <FollowedJob id={job} />}
          <Button type="primary" onClick={() => void make()}>
            {t('now')}
          </Button>
        </div>
      </Section>
    </Page>
  )
}

export { BackupsPage as Component }
