import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { moves, readBatch } from './actions'
import { ArrangeDrawer } from './ArrangeDrawer'
import { Board, type BoardBody } from './Board'
import { batchCan } from './can'
import { EnrolDrawer } from './EnrolDrawer'
import { Participants } from './Participants'
import { RemindDialog } from './RemindDialog'
import { groupWords } from './groupWords'
import { batches } from './words'

type Doing = 'arrange' | 'enrol' | 'remind' | 'open' | 'freeze' | 'thaw' | 'close'

/** One evaluation: how far it is, who takes part, and what moves it on. */
export function BatchPage() {
  const t = batches.use()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({ queryKey: ['batches', 'one', id], queryFn: ({ signal }) => readBatch(id, signal), staleTime: 0 })
  const board = useQuery({
    queryKey: ['batches', 'board', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}/board', { params: { path: { id } }, signal })),
    refetchInterval: 60_000,
  })
  if (!found.data) {
    return (
      <Page title={t('one')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  const { data: batch, etag } = found.data
  return (
    <>
      <Participants
        batch={batch}
        actions={<Actions batch={batch} participants={board.data?.participants ?? 0} onDo={setDoing} />}
        before={
          <>
            <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />
            <Board batch={batch} board={board.data} />
          </>
        }
      />
      <ArrangeDrawer open={doing === 'arrange'} batch={batch} etag={etag} onClose={() => setDoing(null)} onArranged={() => {}} />
      <EnrolDrawer open={doing === 'enrol'} batch={batch} onClose={() => setDoing(null)} />
      {doing === 'remind' && <RemindDialog batch={batch} onClose={() => setDoing(null)} />}
      <Moves batch={batch} etag={etag} board={board.data} doing={doing} onClose={() => setDoing(null)} />
    </>
  )
}

function Actions({ batch, participants, onDo }: { batch: Batch; participants: number; onDo: (doing: Doing) => void }) {
  const t = batches.use()
  const g = groupWords.use()
  const me = useMe()
  return (
    <>
      <Link className="action-link" to={`/batches/${batch.id}/items`}>
        {t('items')}
      </Link>
      <Link className="action-link" to={`/batches/${batch.id}/groups`}>
        {g('groups')}
      </Link>
      <ActionButton can={batchCan.arrange(me, batch)} onClick={() => onDo('arrange')}>
        {t('arrange')}
      </ActionButton>
      <ActionButton can={batchCan.enrol(me, batch)} onClick={() => onDo('enrol')}>
        {t('enrol')}
      </ActionButton>
      {batch.state !== 'draft' && (
        <ActionButton can={batchCan.remind(me, batch)} onClick={() => onDo('remind')}>
          {t('remind')}
        </ActionButton>
      )}
      {batch.state === 'draft' && (
        <ActionButton type="primary" can={batchCan.open(me, batch, participants)} onClick={() => onDo('open')}>
          {t('open')}
        </ActionButton>
      )}
      {batch.state === 'open' && (
        <ActionButton type="primary" can={batchCan.freeze(me, batch)} onClick={() => onDo('freeze')}>
          {t('freeze')}
        </ActionButton>
      )}
      {batch.state === 'frozen' && (
        <ActionButton can={batchCan.thaw(me, batch)} onClick={() => onDo('thaw')}>
          {t('thaw')}
        </ActionButton>
      )}
      {(batch.state === 'frozen' || batch.state === 'published' || batch.state === 'closed') && (
        <ActionButton danger can={batchCan.close(me, batch)} onClick={() => onDo('close')}>
          {t('close')}
        </ActionButton>
      )}
    </>
  )
}

interface MovesProps {
  batch: Batch
  etag: string
  board: BoardBody | undefined
  doing: Doing | null
  onClose: () => void
}

/** The dialogs before a batch moves on, each saying what will be the case afterwards. */
function Moves({ batch, etag, board, doing, onClose }: MovesProps) {
  const t = batches.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  if (doing !== 'open' && doing !== 'freeze' && doing !== 'thaw' && doing !== 'close') return null
  const title = batch.title
  const done = async () => {
    // Filings move with their batch.
    await Promise.all(['batches', 'participants', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(t(`${doing}Done`))
  }
  const move = async (reason: string) => {
    await (doing === 'thaw' ? moves.thaw(batch.id, etag, reason) : moves[doing](batch.id, etag))
    await done()
  }
  const waiting = board ? board.draft + board.returned + board.submitted : 0
  return (
    <ConfirmDialog
      title={t(`${doing}Title`, { title })}
      submit={t(doing)}
      danger={doing === 'close'}
      {...(doing === 'thaw' && { reason: { label: t('thawReason') } })}
      onSubmit={({ reason = '' }) => move(reason)}
      onClose={onClose}
    >
      <p>{t(`${doing}About`)}</p>
      {doing === 'open' && board && <p>{t('openCount', { count: board.participants })}</p>}
      {doing === 'freeze' && waiting > 0 && <p>{t('freezeWaiting', { count: waiting })}</p>}
      {doing === 'freeze' && (board?.open_objections ?? 0) > 0 && <p>{t('freezeObjections', { count: board?.open_objections ?? 0 })}</p>}
    </ConfirmDialog>
  )
}

export { BatchPage as Component }
