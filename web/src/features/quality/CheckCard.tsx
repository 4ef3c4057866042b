import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Batch } from '@/shared/api/types'
import { named, useDictionary, type Dictionary } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { quality } from './words'

type Check = components['schemas']['CheckBody']
type Finding = components['schemas']['Finding']

/** The server tells at most so many findings of a check. */
const MOST = 1000

/** What one check found, why it matters, what to do about it, and where. */
export function CheckCard({ batch, check }: { batch: Batch; check: Check }) {
  const t = quality.use()
  const dictionary = useDictionary()
  const [all, setAll] = useState(false)
  const more = useQuery({
    queryKey: ['quality', batch.id, check.code],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/batches/{id}/quality', { params: { path: { id: batch.id }, query: { check: check.code, limit: MOST } }, signal })),
    enabled: all,
  })
  const findings = more.data?.checks[0]?.findings ?? check.findings
  return (
    <section className="card stack" aria-label={named(check.name)}>
      <div className="section-head">
        <h3>
          {named(check.name)} <Severity check={check} />
        </h3>
        <span>{check.count > 0 ? t('found', { count: counted(check.count) }) : t('nothing')}</span>
      </div>
      {check.count > 0 && (
        <>
          <Facts
            facts={[
              [t('explanation'), named(check.explanation)],
              [t('advice'), named(check.advice)],
            ]}
          />
          {check.code === 'disputed' && <Link to={`/conflicts?batch=${batch.id}`}>{t('toConflicts')}</Link>}
          <Rows label={t('findings', { name: named(check.name) })} columns={columns(dictionary)} rows={findings} rowKey={keyOf} />
          <ProblemAlert error={more.error} onRetry={() => void more.refetch()} />
          {findings.length < Math.min(check.count, MOST) && (
            <div className="pager">
              <Button loading={more.isFetching} onClick={() => setAll(true)}>
                {check.count > MOST ? t('showMost') : t('showAll', { count: counted(check.count) })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Severity({ check }: { check: Check }) {
  const key = `severity.${check.severity}`
  const word = quality.has(key) ? quality.say(key) : check.severity
  // One that found nothing troubles nobody.
  const tone = check.count === 0 ? 'plain' : check.severity === 'blocking' ? 'bad' : check.severity === 'warning' ? 'wait' : 'plain'
  return <span className={`badge badge-${tone}`}>{word}</span>
}

function keyOf(one: Finding): string {
  return [one.participant_id, one.item, one.value, one.beside].join(' ')
}

function columns(dictionary: Dictionary): Column<Finding>[] {
  const t = quality.say
  const told = (one: Finding, value: string | null | undefined) => (typeof value === 'string' ? dictionary.value(one.item ?? '', value) : null)
  return [
    {
      key: 'enterprise',
      title: t('enterprise'),
      render: (one) => (one.enterprise_id ? <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> : t('wholeItem')),
    },
    { key: 'item', title: t('item'), render: (one) => one.item && dictionary.heading(one.item) },
    { key: 'value', title: t('value'), render: (one) => told(one, one.value), number: true },
    { key: 'beside', title: t('beside'), render: (one) => told(one, one.beside), number: true },
  ]
}
