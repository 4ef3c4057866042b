import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { Refused } from '@/shared/api/problem'
import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { pointsQuery } from '@/shared/points/points'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { common } from '@/shared/words/common'
import { useBase } from './base'
import { addressOf, changesOf, tried, trialIn, type Trial } from './trial'
import { TrialFields } from './TrialFields'
import { TrialResult } from './TrialResult'
import { points } from './words'

/** Long enough not to ask while somebody types or drags, short enough to feel at once. */
const PAUSE = 250

/** Tries other values against the published reference. */
export function WhatIfPage() {
  const t = points.use()
  const { id = '' } = useParams()
  const [purpose] = usePurpose()
  const base = useBase()
  const found = useQuery(pointsQuery(id, purpose))
  const back = (
    <Link className="action-link" to={`${base}/${id}`}>
      {t('backToPoints')}
    </Link>
  )
  if (found.data?.stage) return <Trying key={id} of={found.data} purpose={purpose} back={back} />
  return (
    <Page title={t('whatIf')} actions={back}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Empty title={t('whatIfNone')} />}
    </Page>
  )
}

interface Props {
  of: PointsExplained
  purpose: string
  back: React.ReactNode
}

function Trying({ of, purpose, back }: Props) {
  const t = points.use()
  const { trial, settled, change, reset } = useTrial(of)
  const changes = changesOf(settled)
  const answer = useQuery({
    queryKey: ['points', of.participant_id, 'what-if', changes, purpose],
    // What was asked last counts: an answer to an older question is another key's.
    queryFn: ({ signal }) =>
      good(
        api.POST('/api/v1/participants/{id}/what-if', {
          params: { path: { id: of.participant_id } },
          body: { values: changes, ...(purpose && { purpose }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const count = Object.keys(trial).length
  const about = `${t('detailAbout', { year: of.year, scheme: named(of.scheme.name), version: of.version })}`
  const actions = (
    <>
      {back}
      <Share />
      <Button disabled={count === 0} onClick={reset}>
        {t('reset')}
      </Button>
    </>
  )
  const waiting = answer.isFetching || settled !== trial
  return (
    <Page title={t('whatIfOf', { name: of.name })} about={about} actions={actions}>
      <p className="note">{t('whatIfAbout')}</p>
      <div className="trial">
        <TrialFields of={of} trial={trial} wrong={wrongIn(answer.error)} onChange={change} />
        <TrialResult of={of} answer={answer.data} error={answer.error} waiting={waiting} count={count} onRetry={() => void answer.refetch()} />
      </div>
    </Page>
  )
}

/** What is tried: at once in the fields, a moment later in the address and at the server. */
function useTrial(of: PointsExplained) {
  const [address, setAddress] = useSearchParams()
  const [trial, setTrial] = useState<Trial>(() => trialIn(address, of.inputs))
  const [settled, setSettled] = useState(trial)
  useEffect(() => {
    if (settled === trial) return
    const timer = setTimeout(() => {
      setSettled(trial)
      setAddress(addressOf(trial), { replace: true, preventScrollReset: true })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [trial, settled, setAddress])
  const change = (input: PointsExplained['inputs'][number], value: string) => setTrial((known) => tried(known, input, value))
  return { trial, settled, change, reset: () => setTrial({}) }
}

/** What the server does not accept, by item. */
function wrongIn(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {}
  const fields = (error.problem.errors ?? []).filter(({ pointer }) => pointer.startsWith('/values/'))
  return Object.fromEntries(fields.map(({ pointer, detail }) => [pointer.slice('/values/'.length), detail]))
}

function Share() {
  const t = points.use()
  const c = common.use()
  const { message } = App.useApp()
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(window.location.href).then(() => true, () => false)
    if (copied) message.success(t('shared'))
    else message.warning(c('copyFailed'))
  }
  return <Button onClick={() => void copy()}>{t('share')}</Button>
}

export { WhatIfPage as Component }
