import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import { TryButton } from '@/shared/ui/TryButton'
import { asked } from './asked'
import { points } from './words'

/** Portraits of everybody who matches the search, made while one goes on. */
export function Portraits({ run }: { run: string }) {
  const t = points.use()
  const [address] = useSearchParams()
  // The same until it was answered: a click after a lost connection asks for nothing twice.
  const [key, setKey] = useState(freshKey)
  const [job, setJob] = useState<string | null>(null)
  const ask = async () => {
    const query = asked(Object.fromEntries(address.entries()))
    const made = await good(api.POST('/api/v1/runs/{id}/portraits', { params: { path: { id: run }, query, header: { 'Idempotency-Key': key } } }))
    setKey(freshKey())
    setJob(made.id)
  }
  return (
    <>
      <TryButton title={t('portraitsAbout')} run={ask}>
        {t('portraits')}
      </TryButton>
      <DetailDrawer title={t('portraits')} open={job !== null} onClose={() => setJob(null)}>
        {job && (
          <div className="stack">
            <p className="about">{t('portraitsGoOn')}</p>
            <FollowedJob id={job} />
          </div>
        )}
      </DetailDrawer>
    </>
  )
}
