import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import { Refused } from '@/shared/api/problem'
import type { Batch, Run } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { may, useMe } from '@/shared/me/me'
import { save } from '@/shared/table/ExportButtons'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { CopyText } from '@/shared/ui/CopyText'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { uiWords } from '@/shared/ui/words'
import { atMinute, counted } from '@/shared/words/time'
import { runCan } from './can'
import { ComparisonSection } from './ComparisonSection'
import { PublicList } from './PublicList'
import { Results } from './Results'
import { runs } from './words'

type Doing = 'publish' | 'discard'

/** One run: its receipt, who moves, its results, and what may be done with it. */
export function RunPage() {
  const t = runs.use()
  const { id = '' } = useParams()
  const me = useMe()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({
    queryKey: ['runs', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const run = found.data?.data
  const batch = useQuery({
    queryKey: ['batches', 'plain', run?.batch_id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}', { params: { path: { id: run?.batch_id ?? '' } }, signal })),
    enabled: run !== undefined,
  })
  if (!found.data || !run || !batch.data) {
    return (
      <Page title={t('facts')}>
        <ProblemAlert error={found.error ?? batch.error} onRetry={() => void Promise.all([found.refetch(), batch.refetch()])} />
        {(found.isPending || batch.isPending) && <Loading />}
      </Page>
    )
  }
  return (
    <>
      <Results
        run={run}
        batch={batch.data}
        actions={<Actions run={run} batch={batch.data} onDo={setDoing} />}
        before={
          <>
            <RunFacts run={run} />
            <ComparisonSection run={run} scheme={batch.data.scheme} />
            {run.state === 'published' && may(me, 'public-list:read') && <PublicList batch={batch.data} />}
            <Verify name={fileOf(run, batch.data)} />
          </>
        }
      />
      {doing && <Dialogs run={run} batch={batch.data} etag={found.data.etag} doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}

/** What the exported run is called. */
function fileOf(run: Run, batch: Batch): string {
  return `jifen-run-${batch.year}-${run.number}.zip`
}

function RunFacts({ run }: { run: Run }) {
  const t = runs.use()
  return (
    <Section title={t('facts')}>
      <Facts
        facts={[
          [t('state'), <Badge key="state" group="run" word={run.state} />],
          [t('enterprises'), counted(run.enterprises)],
          [t('ranked'), counted(run.ranked)],
          [t('vetoed'), counted(run.vetoed)],
          [t('computed'), atMinute(run.created_at)],
          ...(run.published_at ? ([[t('publishedAt'), atMinute(run.published_at)]] as [string, React.ReactNode][]) : []),
          ...(run.reason ? ([[t('reason'), run.reason]] as [string, React.ReactNode][]) : []),
          [
            t('code'),
            <span key="code">
              <code>{run.receipt_code}</code>
              <small>{t('codeAbout')}</small>
            </span>,
          ],
        ]}
      />
    </Section>
  )
}

function Actions({ run, batch, onDo }: { run: Run; batch: Batch; onDo: (doing: Doing) => void }) {
  const t = runs.use()
  const u = uiWords.use()
  const me = useMe()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      const content = await good(api.GET('/api/v1/runs/{id}/bundle', { params: { path: { id: run.id } }, parseAs: 'blob' }))
      save({ name: fileOf(run, batch), content: content as unknown as Blob })
      message.success(t('exported'))
    } catch (error) {
      message.error(error instanceof Refused ? error.message : u('unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Link className="action-link" to={`/runs?batch=${batch.id}`}>
        {t('back')}
      </Link>
      <ActionButton can={runCan.export(me)} loading={busy} onClick={() => void take()}>
        {t('export')}
      </ActionButton>
      {run.state === 'draft' && (
        <>
          <ActionButton danger can={runCan.discard(me, run)} onClick={() => onDo('discard')}>
            {t('discard')}
          </ActionButton>
          <ActionButton type="primary" can={runCan.publish(me, run)} onClick={() => onDo('publish')}>
            {t('publish')}
          </ActionButton>
        </>
      )}
    </>
  )
}

function Verify({ name }: { name: string }) {
  const t = runs.use()
  return (
    <Section title={t('verify')} about={t('verifyAbout')}>
      <CopyText label={t('verifyCommand')} text={`jifen verify ${name}`} />
    </Section>
  )
}

interface DialogsProps {
  run: Run
  batch: Batch
  etag: string
  doing: Doing
  onClose: () => void
}

function Dialogs({ run, batch, etag, doing, onClose }: DialogsProps) {
  const t = runs.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const params = { path: { id: run.id }, header: { 'If-Match': etag } }
  const act = async () => {
    await (doing === 'publish' ? good(api.POST('/api/v1/runs/{id}/publish', { params })) : good(api.POST('/api/v1/runs/{id}/discard', { params })))
    await Promise.all(['runs', 'batches', 'results'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(t(doing === 'publish' ? 'published' : 'discarded'))
  }
  return (
    <ConfirmDialog title={t(`${doing}Title`, { number: run.number })} submit={t(doing)} danger={doing === 'discard'} onSubmit={act} onClose={onClose}>
      <p>{t(`${doing}About`)}</p>
      {doing === 'publish' && batch.state === 'published' && <p>{t('publishSupersedes')}</p>}
    </ConfirmDialog>
  )
}

export { RunPage as Component }
