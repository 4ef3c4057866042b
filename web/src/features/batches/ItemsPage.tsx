import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch, BatchItem } from '@/shared/api/types'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { readBatch, setItems } from './actions'
import { batchCan } from './can'
import { ItemsTable } from './ItemsTable'
import { asPercent, asShare } from './share'
import { batches } from './words'

/** What an evaluation asks for: which items, required or not, from which sources first, with which tolerance. */
export function ItemsPage() {
  const t = batches.use()
  const { id = '' } = useParams()
  const batch = useQuery({ queryKey: ['batches', 'one', id], queryFn: ({ signal }) => readBatch(id, signal), staleTime: 0 })
  const items = useQuery({
    queryKey: ['batches', 'items', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}/items', { params: { path: { id } }, signal })),
  })
  const title = batch.data ? t('itemsOf', { title: batch.data.data.title }) : t('items')
  return (
    <Page title={title} about={t('itemsAbout')} actions={<Link to={`/batches/${id}`}>{t('back')}</Link>}>
      <ProblemAlert error={batch.error ?? items.error} onRetry={() => void Promise.all([batch.refetch(), items.refetch()])} />
      {(batch.isPending || items.isPending) && <Loading />}
      {batch.data && items.data && <Items key={batch.data.etag} batch={batch.data.data} etag={batch.data.etag} items={items.data} />}
    </Page>
  )
}

/** A tolerance as it is typed, in per cent. */
export type TypedItem = Omit<BatchItem, 'tolerance'> & { percent: string }

function Items({ batch, etag, items }: { batch: Batch; etag: string; items: readonly BatchItem[] }) {
  const t = batches.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const can = batchCan.items(me, batch)
  const [typed, setTyped] = useState(() => typedOf(items))
  const [touched, setTouched] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const change = (next: TypedItem[]) => {
    setTyped(next)
    setTouched(true)
  }
  const wrong = typed.filter(({ percent }) => percent !== '' && asShare(percent) === null).map(({ item }) => item)
  const save = async () => {
    setPending(true)
    setFailure(null)
    try {
      const body = typed.map(({ percent, ...one }) => ({ ...one, tolerance: percent === '' ? null : asShare(percent) }))
      await setItems(batch.id, etag, body)
      setTouched(false)
      await client.invalidateQueries({ queryKey: ['batches'] })
      message.success(t('itemsSaved'))
    } catch (error) {
      setFailure(error)
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="card">
      <ProblemAlert error={failure} />
      {!can.yes && <p className="about dialog-text">{can.why}</p>}
      <ItemsTable items={typed} wrong={wrong} fixed={!can.yes} onChange={change} />
      <div className="form-end sticky-end">
        <ActionButton type="primary" can={can} loading={pending} onClick={() => void (wrong.length === 0 && save())}>
          {t('save')}
        </ActionButton>
        {touched && <Button onClick={() => setTyped(typedOf(items))}>{t('undo')}</Button>}
        {wrong.length > 0 && <span role="alert">{t('wrongTolerance')}</span>}
      </div>
    </div>
  )
}

/** The items as they are typed. */
function typedOf(items: readonly BatchItem[]): TypedItem[] {
  return items.map(({ tolerance, ...one }) => ({ ...one, percent: tolerance ? asPercent(tolerance) : '' }))
}

export { ItemsPage as Component }
