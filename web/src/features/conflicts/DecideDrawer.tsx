import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { Batch, ReportedValue } from '@/shared/api/types'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useDictionary } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { may, useMe } from '@/shared/me/me'
import { Facts } from '@/shared/ui/Facts'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { conflictCan } from './can'
import { decisionFacts, yearOf, type Conflict } from './conflict'
import { conflicts } from './words'

interface Props {
  batch: Batch
  conflict: Conflict | null
  onClose: () => void
}

/** What each source says, side by side, and deciding which one counts. */
export function DecideDrawer({ batch, conflict, onClose }: Props) {
  const t = conflicts.use()
  const me = useMe()
  const dictionary = useDictionary()
  const title = conflict ? t('drawer', { item: dictionary.heading(conflict.item), year: yearOf(conflict) }) : ''
  const can = conflictCan.decide(me, batch)
  return (
    <DetailDrawer title={title} open={conflict !== null} onClose={onClose} form={can.yes}>
      {conflict && (
        <div className="stack">
          <h3>{conflict.name}</h3>
          <p className="about">{dictionary.find(conflict.item)?.meaning}</p>
          {conflict.reason && <Alert type="success" showIcon title={t('decidedBecause', { reason: conflict.reason })} description={<Decided conflict={conflict} />} />}
          <SideBySide batch={batch} conflict={conflict} />
          {can.yes ? <Decide key={conflict.participant_id + conflict.item} conflict={conflict} onDone={onClose} /> : <Alert type="info" showIcon title={can.why} />}
        </div>
      )}
    </DetailDrawer>
  )
}

/** Who decided, and when. */
function Decided({ conflict }: { conflict: Conflict }) {
  const t = conflicts.use()
  return (
    <>
      <Facts facts={decisionFacts(conflict)} />
      {t('again')}
    </>
  )
}

function SideBySide({ batch, conflict }: { batch: Batch; conflict: Conflict }) {
  const t = conflicts.use()
  const me = useMe()
  const dictionary = useDictionary()
  // People of the centre would have to say what they read it for (crates/server/src/enterprises/values.rs).
  const found = useQuery({
    queryKey: ['enterprises', 'said', conflict.enterprise_id, batch.id, conflict.period],
    queryFn: ({ signal }) => {
      const params = { path: { id: conflict.enterprise_id }, query: { batch_id: batch.id, period: conflict.period } }
      return good(api.GET('/api/v1/enterprises/{id}/values', { params, signal }))
    },
    enabled: may(me, 'enterprise:values') && me.organisation.kind !== 'centre',
  })
  const whence = (statement: string) => found.data?.find((one) => one.statement_id === statement && one.item === conflict.item)
  return (
    <div className="side-by-side">
      {conflict.said.map((one) => (
        <section key={one.statement_id} className="statement" aria-label={nameOf('source', one.source)}>
          <p>
            <strong>{nameOf('source', one.source)}</strong>
            {one.counts && <span className="badge badge-good">✓ {t('now')}</span>}
          </p>
          <p className="side-value">{typeof one.value === 'string' ? dictionary.value(conflict.item, one.value) : t('missing')}</p>
          <Facts facts={factsOf(whence(one.statement_id), one, conflict.participant_id)} />
        </section>
      ))}
    </div>
  )
}

function factsOf(whence: ReportedValue | undefined, said: Conflict['said'][number], participant: string): [string, React.ReactNode][] {
  const t = conflicts.say
  const file = whence?.file ? t('place', { file: whence.file, sheet: whence.sheet ?? '', cell: whence.cell ?? '' }) : said.import_id ? null : t('byFiling')
  const facts: [string, React.ReactNode][] = [
    [t('file'), file],
    [t('person'), whence?.entered_by_name],
    [t('time'), atMinute(said.entered_at)],
    [t('explanation'), said.explanation],
    [t('evidence'), said.evidence && <EvidenceLink key="evidence" id={said.evidence} participant={participant} />],
  ]
  return facts.filter(([, value]) => value)
}

interface Values {
  statement_id: string
  reason: string
}

function Decide({ conflict, onDone }: { conflict: Conflict; onDone: () => void }) {
  const t = conflicts.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const decide = async ({ statement_id, reason }: Values) => {
    const { item, period, participant_id: id } = conflict
    await good(api.POST('/api/v1/participants/{id}/decisions', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body: { item, period, statement_id, reason } }))
    message.success(t('done'))
    onDone()
    // The lists are long; nobody has to wait for them.
    for (const name of ['conflicts', 'quality', 'participants']) void client.invalidateQueries({ queryKey: [name] })
  }
  return (
    <ServerForm<Values> label={t('decide')} submit={t('submit')} onSubmit={decide}>
      <Field name="statement_id" label={t('which')} required>
        <Which conflict={conflict} />
      </Field>
      <Field name="reason" label={t('reason')} required extra={t('reasonHelp')}>
        <Input.TextArea rows={3} maxLength={100} />
      </Field>
    </ServerForm>
  )
}

interface WhichProps {
  conflict: Conflict
  id?: string
  value?: string
  onChange?: (statement: string) => void
}

function Which({ conflict, id, value, onChange }: WhichProps) {
  const t = conflicts.use()
  const dictionary = useDictionary()
  return (
    <div id={id} role="radiogroup" className="choices" aria-label={t('which')} tabIndex={-1}>
      {conflict.said.map((one) => (
        <label key={one.statement_id}>
          <input type="radio" name={id} checked={value === one.statement_id} onChange={() => onChange?.(one.statement_id)} />
          <span>
            {t('takes', {
              source: nameOf('source', one.source),
              value: typeof one.value === 'string' ? dictionary.value(conflict.item, one.value) : t('missing'),
            })}
          </span>
        </label>
      ))}
    </div>
  )
}
