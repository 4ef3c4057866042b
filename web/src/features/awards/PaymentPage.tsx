import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import type { Award, Page as ListPage, PaymentBatch } from '@/shared/api/types'
import { Tick } from '@/shared/controls/Tick'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, unless, useMe } from '@/shared/me/me'
import { download } from '@/shared/table/download'
import { save } from '@/shared/table/ExportButtons'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { TryButton } from '@/shared/ui/TryButton'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { ResultsFileDialog } from './ResultsFileDialog'
import { resultsFile } from './resultsFileWords'
import { awards } from './words'

/** Every payment of a batch, however many pages they take. */
async function linesOf(batch_id: string, signal: AbortSignal): Promise<Award[]> {
  const all: Award[] = []
  let cursor: string | undefined
  do {
    const query: { batch_id: string; limit: number; sort: string; cursor?: string } = { batch_id, limit: 200, sort: '-amount', ...(cursor && { cursor }) }
    // The next page is not known before this one.
    // oxlint-disable-next-line no-await-in-loop
    const page: ListPage<Award> = await good(api.GET('/api/v1/awards', { params: { query }, signal }))
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return all
}

type Doing = 'release' | 'withdraw' | 'results' | 'resultsFile'

/** One batch: released by a second person, fetched as a file, and what the bank says about it. */
export function PaymentPage() {
  const t = awards.use()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({
    queryKey: ['payments', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/payments/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const batch = found.data?.data
  const lines = useQuery({
    queryKey: ['awards', 'batch', id],
    queryFn: ({ signal }) => linesOf(id, signal),
  })
  if (!found.data || !batch) {
    return (
      <Page title={t('batch')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  const own = lines.data ?? []
  return (
    <Page title={t('batch')} about={t('paymentsAbout')} actions={<Actions batch={batch} onDo={setDoing} />}>
      <Section title={t('facts')} actions={<Link to={`/award-lists/${batch.list_id}`}>{t('toList')}</Link>}>
        <Facts
          facts={[
            [t('state'), <Badge key="state" group="payment" word={batch.state} />],
            [t('count'), batch.payments],
            [t('sum'), grouped(batch.total)],
            [t('preparedAt'), atMinute(batch.prepared_at)],
            [t('releasedAt'), batch.released_at && atMinute(batch.released_at)],
            ...(batch.reason ? ([[t('reason'), batch.reason]] as [string, React.ReactNode][]) : []),
            [
              t('seal'),
              <span key="seal">
                <code>{batch.seal.slice(0, 16)}</code> <small>{t('sealHelp')}</small>
              </span>,
            ],
          ]}
        />
      </Section>
      <Section title={t('lines')}>
        <ProblemAlert error={lines.error} onRetry={() => void lines.refetch()} />
        <Lines awards={own} />
      </Section>
      {doing && <Dialogs batch={batch} etag={found.data.etag} doing={doing} awards={own} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Lines({ awards: all }: { awards: Award[] }) {
  const t = awards.use()
  const columns: Column<Award>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'amount', title: t('amount'), render: (one) => grouped(one.amount), number: true },
    { key: 'account', title: t('account'), render: (one) => one.account },
    {
      key: 'state',
      title: t('state'),
      render: (one) => (
        <>
          <Badge group="award" word={one.state} />
          {one.reason && <small>{one.reason}</small>}
        </>
      ),
    },
  ]
  return <Rows<Award> label={t('lines')} columns={columns} rows={all} rowKey={(one) => one.id} />
}

function Actions({ batch, onDo }: { batch: PaymentBatch; onDo: (doing: Doing) => void }) {
  const t = awards.use()
  const f = resultsFile.use()
  const me = useMe()
  const needs = (permission: string) => (may(me, permission) ? null : t('notAllowed'))
  const waiting = batch.state === 'prepared' ? null : t('wrongState')
  const fetch = async () => save(await download(api.GET('/api/v1/payments/{id}/file', { params: { path: { id: batch.id } }, parseAs: 'blob' })))
  const released = batch.state === 'released' || batch.state === 'settled'
  return (
    <>
      <ActionButton type="primary" can={unless(needs('payment:release'), waiting)} onClick={() => onDo('release')}>
        {t('release')}
      </ActionButton>
      <TryButton can={unless(needs('payment:file'), released ? null : t('fileNo'))} run={fetch}>
        {t('file')}
      </TryButton>
      <ActionButton can={unless(needs('payment:settle'), batch.state === 'released' ? null : t('resultsNo'))} onClick={() => onDo('results')}>
        {t('results')}
      </ActionButton>
      <ActionButton can={unless(needs('payment:settle'), batch.state === 'released' ? null : t('resultsNo'))} onClick={() => onDo('resultsFile')}>
        {f('send')}
      </ActionButton>
      <ActionButton can={unless(needs('payment:prepare'), waiting)} onClick={() => onDo('withdraw')}>
        {t('withdraw')}
      </ActionButton>
    </>
  )
}

interface DialogsProps {
  batch: PaymentBatch
  etag: string
  doing: Doing
  awards: Award[]
  onClose: () => void
}

function Dialogs({ batch, etag, doing, awards: own, onClose }: DialogsProps) {
  const t = awards.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [failed, setFailed] = useState<string[]>([])
  const params = { path: { id: batch.id }, header: { 'If-Match': etag } }
  const done = async (work: Promise<unknown>, said: string) => {
    await work
    await Promise.all(['payments', 'award-lists', 'awards', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(said)
  }
  if (doing === 'release') {
    return (
      <ConfirmDialog
        title={t('releaseTitle')}
        submit={t('release')}
        onSubmit={() => done(good(api.POST('/api/v1/payments/{id}/release', { params })), t('released'))}
        onClose={onClose}
      >
        <p>{t('releaseAbout', { count: batch.payments, amount: grouped(batch.total) })}</p>
      </ConfirmDialog>
    )
  }
  if (doing === 'withdraw') {
    const withdraw = ({ reason = '' }: Record<string, string>) =>
      done(good(api.POST('/api/v1/payments/{id}/withdraw', { params, body: { reason } })), t('withdrawn'))
    return (
      <ConfirmDialog title={t('withdrawTitle')} submit={t('withdraw')} reason={{ label: t('why') }} onSubmit={withdraw} onClose={onClose}>
        <p>{t('withdrawAbout')}</p>
      </ConfirmDialog>
    )
  }
  if (doing === 'resultsFile') return <ResultsFileDialog batch={batch} etag={etag} onDone={(work) => done(work, t('resultsDone'))} onClose={onClose} />
  const waiting = own.filter((one) => one.state === 'batched')
  const enter = ({ on = '', fail = '', reference }: Record<string, string>) => {
    const results = waiting.map((one) => {
      const paid = !failed.includes(one.id)
      return { award_id: one.id, paid, reason: paid ? null : fail, reference: reference || null }
    })
    return done(good(api.POST('/api/v1/payments/{id}/results', { params, body: { on, results } })), t('resultsDone'))
  }
  const fields = (
    <>
      <Field name="on" label={t('paidOn')} required>
        <Input type="date" />
      </Field>
      <Field name="reference" label={t('reference')}>
        <Input maxLength={100} />
      </Field>
      <fieldset>
        <legend>{t('failedOnes')}</legend>
        {waiting.map((one) => (
          <Tick
            key={one.id}
            checked={failed.includes(one.id)}
            onChange={(ticked) => setFailed((known) => (ticked ? [...known, one.id] : known.filter((id) => id !== one.id)))}
          >
            {one.name}
          </Tick>
        ))}
      </fieldset>
      {failed.length > 0 && (
        <Field name="fail" label={t('failReason')} required>
          <Input maxLength={200} />
        </Field>
      )}
    </>
  )
  return (
    <ConfirmDialog title={t('resultsTitle')} submit={t('results')} fields={fields} onSubmit={enter} onClose={onClose}>
      <p>{t('resultsAbout')}</p>
    </ConfirmDialog>
  )
}

export { PaymentPage as Component }
