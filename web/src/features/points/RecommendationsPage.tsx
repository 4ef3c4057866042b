import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { Recommended } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { named } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { may, useMe } from '@/shared/me/me'
import { publishedQuery, type Published } from '@/shared/points/published'
import { useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { recommending } from './recommendWords'

/** Whom the zone recommends for the national list, by the points of a published year. */
export function RecommendationsPage() {
  const t = recommending.use()
  const found = useQuery(publishedQuery)
  const [address] = useSearchParams()
  const chosen = found.data?.find(({ run }) => run.id === address.get('run')) ?? found.data?.[0]
  if (chosen && found.data) return <Listed all={found.data} chosen={chosen} />
  return (
    <Page title={t('title')} about={t('about')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Empty title={t('noYear')} about={t('noYearAbout')} />}
    </Page>
  )
}

function asked({ filters: { stage, label, from, search }, sort }: Wanted) {
  return { sort, ...(stage && { stage }), ...(label && { label }), ...(from && { from }), ...(search && { search }) }
}

function Listed({ all, chosen }: { all: readonly Published[]; chosen: Published }) {
  const t = recommending.use()
  const me = useMe()
  const path = { id: chosen.run.id }
  const scheme = useScheme(chosen.batch.scheme)
  const list = (wanted: Wanted, signal: AbortSignal) => {
    const { limit, cursor } = wanted
    return good(api.GET('/api/v1/runs/{id}/recommendations', { params: { path, query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = exportingOf((wanted, format) =>
    api.GET('/api/v1/runs/{id}/recommendations/export', { params: { path, query: { ...asked(wanted), format } }, parseAs: 'blob' }),
  )
  const columns: Column<Recommended>[] = [
    { key: 'name', title: t('name'), render: (one) => one.name },
    { key: 'credit_code', title: t('creditCode'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code> },
    { key: 'rank', title: t('points'), sort: 'rank', render: (one) => one.total, number: true },
    { key: 'stage', title: t('stage'), render: (one) => one.stage, still: true },
    { key: 'titles', title: t('titles'), render: (one) => one.titles.join('、') },
    { key: 'first', title: t('firstLoan'), render: (one) => (one.first_loan == null ? '—' : t(one.first_loan ? 'yes' : 'no')), still: true },
    { key: 'batch', title: t('batch'), render: (one) => one.recommended ?? '—' },
  ]
  const stages = (scheme?.stages ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))
  const search: SearchField[] = [
    { name: 'search', label: t('search'), kind: 'text' },
    { name: 'run', label: t('run'), kind: 'choice', nothing: t('latest', { title: all[0]?.batch.title ?? '' }), options: all.slice(1).map(({ run, batch }) => ({ value: run.id, label: batch.title })) },
    { name: 'from', label: t('from'), kind: 'text' },
    { name: 'stage', label: t('stage'), kind: 'choice', options: stages },
    { name: 'label', label: t('label'), kind: 'text' },
  ]
  return (
    <TablePage<Recommended>
      name="recommendations"
      scope={chosen.run.id}
      title={t('title')}
      about={t('about')}
      actions={may(me, 'recommendation:make') && <RecommendButton run={chosen.run.id} />}
      search={search}
      columns={columns}
      usualSort="rank"
      list={list}
      rowKey={(one) => one.credit_code}
      exporting={exporting}
      empty={{ title: t('empty') }}
    />
  )
}

/** Recommends everybody the search found. */
function RecommendButton({ run }: { run: string }) {
  const t = recommending.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [address] = useSearchParams()
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState(freshKey)
  const [from, stage, label] = ['from', 'stage', 'label'].map((name) => address.get(name) ?? '')
  const recommend = async ({ batch = '', valid_until: until }: Record<string, string>) => {
    const params = { path: { id: run }, header: { 'Idempotency-Key': key } }
    const body = { batch, ...(until && { valid_until: until }), ...(from && { from }), ...(stage && { stage }), ...(label && { label }) }
    const done = await good(api.POST('/api/v1/runs/{id}/recommendations', { params, body }))
    setKey(freshKey())
    await client.invalidateQueries({ queryKey: ['recommendations'] })
    message.success(t('done', { count: counted(done.recommended), before: counted(done.before) }))
  }
  const fields = (
    <>
      <Field name="batch" label={t('batch')} required extra={t('batchHelp')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="valid_until" label={t('until')} extra={t('untilHelp')}>
        <Input type="date" />
      </Field>
    </>
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('recommend')}
      </Button>
      {open && (
        <ConfirmDialog title={t('recommend')} submit={t('recommend')} fields={fields} onSubmit={recommend} onClose={() => setOpen(false)}>
          <p>{t('recommendAbout')}</p>
          <p>{address.get('search') ? t('searchIgnored') : t('byFilter')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

export { RecommendationsPage as Component }
