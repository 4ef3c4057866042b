import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { Enterprise, Participant } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { may, useMe } from '@/shared/me/me'
import { usePurpose } from '@/shared/points/Purpose'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { pivot, type Cell } from './pivot'
import { ValueDrawer } from './ValueDrawer'
import { ValueTable } from './ValueTable'
import { valueWords } from './words'

/** What was reported about an enterprise, by year. People of no zone say first what they read it for. */
export function Values({ enterprise }: { enterprise: Enterprise }) {
  const t = valueWords.use()
  const me = useMe()
  // The server asks whoever is not of the enterprise's zone (crates/server/src/enterprises/values.rs).
  const [purpose, say] = usePurpose()
  if (me.organisation.kind === 'centre' && purpose === '') return <Purpose onGiven={say} />
  return (
    <Section title={t('values')} about={t('valuesAbout')}>
      <Table enterprise={enterprise} purpose={purpose} />
    </Section>
  )
}

function Purpose({ onGiven }: { onGiven: (purpose: string) => void }) {
  const t = valueWords.use()
  return (
    <Section title={t('values')} about={t('purposeHelp')}>
      <ServerForm<{ purpose: string }> label={t('purpose')} submit={t('purposeGo')} onSubmit={async ({ purpose }) => onGiven(purpose.trim())}>
        <Field name="purpose" label={t('purpose')} required>
          <Input maxLength={100} />
        </Field>
      </ServerForm>
    </Section>
  )
}

function Table({ enterprise, purpose }: { enterprise: Enterprise; purpose: string }) {
  const t = valueWords.use()
  const me = useMe()
  const { id } = enterprise
  const taking = useQuery({
    queryKey: ['participants', 'of', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants', { params: { query: { enterprise_id: id, limit: 100 } }, signal })),
    enabled: may(me, 'participant:list'),
  })
  const parts = latestFirst(useBatches(taking.data?.items ?? []))
  const [chosen, setChosen] = useState<string | null>(null)
  const batch = chosen ?? parts[0]?.batch_id ?? ''
  const participant = parts.find((one) => one.batch_id === batch)
  const values = useQuery({
    queryKey: ['enterprises', 'values', id, batch, purpose],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/enterprises/{id}/values', { params: { path: { id }, query: { ...(batch && { batch_id: batch }), ...(purpose && { purpose }) } }, signal })),
    enabled: !taking.isLoading,
  })
  const counted = useQuery({
    queryKey: ['participants', 'values', participant?.id, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/values', { params: { path: { id: participant?.id ?? '' }, query: { ...(purpose && { purpose }) } }, signal })),
    enabled: participant !== undefined && may(me, 'value:read'),
  })
  const [opened, setOpened] = useState<Cell | null>(null)
  const [find, setFind] = useState('')
  if (values.isError) return <ProblemAlert error={values.error} onRetry={() => void values.refetch()} />
  if (values.isPending || counted.isLoading) return <Loading />
  const open = opened && { cell: opened, counted: counted.data?.find((one) => one.item === opened.item && one.period === opened.year) }
  return (
    <div className="stack">
      <ProblemAlert error={counted.error} onRetry={() => void counted.refetch()} />
      <Tools parts={parts} batch={batch} onBatch={setChosen} find={find} onFind={setFind} />
      {values.data.length === 0 && <p>{t('noValues')}</p>}
      {values.data.length > 0 && <ValueTable table={pivot(values.data, counted.data)} find={find} onOpen={setOpened} />}
      <ValueDrawer
        id={id}
        batches={parts}
        batch={batch}
        purpose={purpose}
        cell={open?.cell ?? null}
        counted={open?.counted}
        onClose={() => setOpened(null)}
      />
    </div>
  )
}

/** Participants with their evaluations, as far as they are known by now. */
function useBatches(parts: readonly Participant[]): Participant[] {
  const found = useQueries({
    queries: parts.map(({ id }) => ({
      queryKey: ['participants', 'one', id],
      queryFn: () => good(api.GET('/api/v1/participants/{id}', { params: { path: { id } } })),
      staleTime: 60_000,
    })),
  })
  return parts.map((part, index) => found[index]?.data ?? part)
}

function latestFirst(parts: readonly Participant[]): Participant[] {
  return parts.slice().sort((one, other) => (other.batch?.year ?? 0) - (one.batch?.year ?? 0))
}

interface ToolsProps {
  parts: readonly Participant[]
  batch: string
  onBatch: (batch: string) => void
  find: string
  onFind: (text: string) => void
}

function Tools({ parts, batch, onBatch, find, onFind }: ToolsProps) {
  const t = valueWords.use()
  const [first, second] = [useId(), useId()]
  return (
    <div className="search tools">
      {parts.length > 0 && (
        <div>
          <label className="label" htmlFor={first}>
            {t('valuesBatch')}
          </label>
          <Choice
            id={first}
            value={batch}
            nothing={t('allBatches')}
            onChange={(value) => onBatch(value ?? '')}
            options={parts.map((one) => ({ value: one.batch_id, label: one.batch?.title ?? one.batch_id }))}
          />
        </div>
      )}
      <div>
        <label className="label" htmlFor={second}>
          {t('find')}
        </label>
        <Input id={second} value={find} onChange={(event) => onFind(event.target.value)} />
      </div>
      {find && <Button onClick={() => onFind('')}>{t('showAll')}</Button>}
    </div>
  )
}
