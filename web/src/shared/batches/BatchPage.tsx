import { useId, type ReactNode } from 'react'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { words } from '@/shared/words/words'
import { useChosenBatch } from './batches'

const own = words('batch-page', {
  batch: '评价批次',
  none: '还没有评价批次',
  noneAbout: '高新区管理员建立年度评价批次后，这里将显示批次数据。',
}, {
  batch: 'Evaluation',
  none: 'No evaluation yet',
  noneAbout: 'Something is shown here as soon as a zone administrator has arranged an evaluation.',
})

/** A page about one evaluation, which is chosen at its top. */
export function BatchPage({ title, about, children }: { title: string; about: string; children: (batch: Batch) => ReactNode }) {
  const o = own.use()
  const { found, batches, batch, choose } = useChosenBatch()
  return (
    <Page title={title} about={about}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && !batch && <Empty title={o('none')} about={o('noneAbout')} />}
      {batch && (
        <>
          <BatchChoice label={o('batch')} batches={batches} batch={batch} onChoose={choose} />
          {children(batch)}
        </>
      )}
    </Page>
  )
}

interface ChoiceProps {
  label: string
  batches: readonly Batch[]
  batch: Batch
  onChoose: (id: string | undefined) => void
}

function BatchChoice({ label, batches, batch, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <div className="card batch-choice">
      <label htmlFor={id}>{label}</label>
      <Choice id={id} always value={batch.id} onChange={onChoose} options={batches.map((one) => ({ value: one.id, label: one.title }))} />
      <Badge group="batch" word={batch.state} />
    </div>
  )
}
