import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { CountedValue, Participant, ReportedValue } from '@/shared/api/types'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import type { Cell } from './pivot'
import { yearName } from './ValueTable'
import { valueWords } from './words'

interface Props {
  id: string
  batches: readonly Participant[]
  batch: string
  purpose: string | null
  cell: Cell | null
  counted: CountedValue | undefined
  onClose: () => void
}

/** Where a value comes from: every source, file and cell, person and time, what was replaced, and what was decided. */
export function ValueDrawer({ id, batches, batch, purpose, cell, counted, onClose }: Props) {
  const t = valueWords.use()
  const dictionary = useDictionary()
  const query = { period: cell?.year ?? 0, all: true, ...(batch && { batch_id: batch }), ...(purpose && { purpose }) }
  const found = useQuery({
    queryKey: ['enterprises', 'said', id, query],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}/values', { params: { path: { id }, query }, signal })),
    enabled: cell !== null,
  })
  const said = (found.data ?? []).filter((one) => one.item === cell?.item)
  const now = said.filter((one) => one.counts)
  // A value of no year stands in the row of each year of its file; it was not replaced by saying it again.
  const repeats = (one: ReportedValue) => now.some((last) => last.source === one.source && last.value === one.value && last.import_id === one.import_id)
  const before = said.filter((one) => !one.counts && !repeats(one))
  const title = cell ? t('provenance', { item: dictionary.name(cell.item), year: yearName(cell.year) }) : ''
  return (
    <DetailDrawer title={title} open={cell !== null} onClose={onClose}>
      <div className="stack">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
        {cell && found.data && (
          <>
            <p className="about">{dictionary.find(cell.item)?.meaning}</p>
            {counted && <Counting counted={counted} batch={batch} dictionary={dictionary} />}
            <Statements title={t('said')} said={now} counted={counted} batches={batch ? [] : batches} dictionary={dictionary} />
            {before.length > 0 && <Statements title={t('replaced')} said={before} counted={undefined} batches={batch ? [] : batches} dictionary={dictionary} />}
          </>
        )}
      </div>
    </DetailDrawer>
  )
}

function Counting({ counted, batch, dictionary }: { counted: CountedValue; batch: string; dictionary: Dictionary }) {
  const t = valueWords.use()
  const me = useMe()
  const { item, value, standing, reason } = counted
  return (
    <>
      <Facts
        facts={[
          [t('counted'), typeof value === 'string' ? dictionary.value(item, value) : t('nothingCounts')],
          [t('standing'), <Badge key="standing" group="standing" word={standing} />],
          ...(reason ? [[t('decision'), reason] as [string, string]] : []),
        ]}
      />
      {standing === 'disputed' && may(me, 'value:decide') && <Link to={`/conflicts?batch=${batch}&item=${item}`}>{t('decide')}</Link>}
    </>
  )
}

interface StatementsProps {
  title: string
  said: readonly ReportedValue[]
  counted: CountedValue | undefined
  batches: readonly Participant[]
  dictionary: Dictionary
}

function Statements({ title, said, counted, batches, dictionary }: StatementsProps) {
  const t = valueWords.use()
  const chosen = counted?.said.find((one) => one.counts)?.statement_id
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      {said.map((one) => (
        <div key={one.statement_id} className="statement">
          <p>
            <strong>{nameOf('source', one.source)}</strong>
            {'  '}
            <span className="statement-value">{typeof one.value === 'string' ? dictionary.value(one.item, one.value) : t('missingLong')}</span> {one.unit}
            {one.state === 'zero' && dictionary.find(one.item)?.kind === 'number' && ` · ${t('zero')}`}
            {one.statement_id === chosen && <span className="badge badge-good">✓ {t('takenOver')}</span>}
          </p>
          <Facts facts={[...placeOf(one), ...batchOf(one, batches)]} />
          <ImportLink said={one} />
        </div>
      ))}
    </section>
  )
}

function placeOf(one: ReportedValue): [string, React.ReactNode][] {
  const t = valueWords.say
  const facts: [string, React.ReactNode][] = one.file
    ? [
        [t('file'), one.file],
        [t('sheet'), one.sheet],
        [t('cell'), one.cell],
        [t('heading'), one.heading],
      ]
    : [[t('file'), t('byFiling')]]
  facts.push([t('explanation'), one.explanation], [t('evidence'), one.evidence && <EvidenceLink key="evidence" id={one.evidence} />])
  const known = facts.filter(([, value]) => value)
  return [...known, [t('person'), one.entered_by_name], [t('time'), atMinute(one.entered_at)]]
}

function batchOf(one: ReportedValue, batches: readonly Participant[]): [string, string][] {
  const title = batches.find(({ batch_id }) => batch_id === one.batch_id)?.batch?.title
  return title ? [[valueWords.say('batchOf'), title]] : []
}

function ImportLink({ said }: { said: ReportedValue }) {
  const t = valueWords.use()
  const me = useMe()
  return said.import_id && may(me, 'import:read') ? <Link to={`/imports/${said.import_id}`}>{t('seeImport')}</Link> : null
}
