import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Import } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { importCan } from './can'
import { useCheck } from './Columns'
import { Counts } from './Counts'
import { ImportFacts } from './ImportFacts'
import { MarkedWorkbook } from './MarkedWorkbook'
import { PreviewRows } from './PreviewRows'
import { outcomeOf } from './read'
import { Troubles } from './Troubles'
import { imports } from './words'

/** What an import would do, before anything is stored. */
export function Preview({ one, etag }: { one: Import; etag: string }) {
  const t = imports.use()
  const me = useMe()
  const check = useCheck(one)
  const [asking, setAsking] = useState(false)
  const outcome = outcomeOf(one)
  const why = importCan.run(me, one)
  return (
    <>
      <ImportFacts one={one} etag={etag} />
      <Section title={t('preview')} about={t('previewAbout')}>
        <div className="stack">
          {outcome && <Counts outcome={outcome} />}
          {outcome && outcome.problems.length > 0 && <Alert type="warning" showIcon title={t('problems')} description={<Troubles troubles={outcome.problems} />} />}
          {!why.yes && <Alert type="warning" showIcon title={why.why} />}
          <ProblemAlert error={check.error} />
          <div className="actions">
            <ActionButton type="primary" can={why} onClick={() => setAsking(true)}>
              {t('run')}
            </ActionButton>
            <ActionButton can={importCan.check(me, one)} loading={check.isPending} onClick={() => check.mutate()}>
              {t('checkAgain')}
            </ActionButton>
          </div>
          <MarkedWorkbook one={one} />
        </div>
      </Section>
      <PreviewRows one={one} />
      {asking && outcome && <Run one={one} good={outcome.rows - outcome.rejected} bad={outcome.rejected} onClose={() => setAsking(false)} />}
    </>
  )
}

function Run({ one, good: fine, bad, onClose }: { one: Import; good: number; bad: number; onClose: () => void }) {
  const t = imports.use()
  const client = useQueryClient()
  const [key] = useState(freshKey)
  const run = async () => {
    await good(api.POST('/api/v1/imports/{id}/run', { params: { path: { id: one.id }, header: { 'Idempotency-Key': key } } }))
    await client.invalidateQueries({ queryKey: ['imports'] })
  }
  return (
    <ConfirmDialog title={t('runTitle')} submit={t('run')} onSubmit={run} onClose={onClose}>
      {bad > 0 ? t('runGood', { good: counted(fine), bad: counted(bad) }) : t('runAll', { good: counted(fine) })}
    </ConfirmDialog>
  )
}
