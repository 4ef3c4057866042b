import { App, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import { asked } from './asked'
import { points } from './words'

/** Portraits of everybody who matches the search, made while one goes on. */
export function Portraits({ run }: { run: string }) {
  const t = points.use()
  const { message } = App.useApp()
  const [address] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const ask = async () => {
    setBusy(true)
    try {
      const query = asked(Object.fromEntries(address.entries()))
      const made = await good(api.POST('/api/v1/runs/{id}/portraits', { params: { path: { id: run }, query, header: { 'Idempotency-Key': freshKey() } } }))
      setJob(made.id)
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button loading={busy} title={t('portraitsAbout')} onClick={() => void ask()}>
        {t('portraits')}
      </Button>
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
