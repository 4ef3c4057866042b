import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import type { Filing, FilingField, Participant } from '@/shared/api/types'
import { named, useDictionary } from '@/shared/dictionary/items'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { participantQuery } from '@/shared/filings/participants'
import { isSame, reportedValue } from '@/shared/filings/values'
import { Unit } from '@/shared/filings/Unit'
import { ValueInput } from '@/shared/filings/ValueInput'
import { may, useMe } from '@/shared/me/me'
import { RaiseDialog } from '@/shared/objections/RaiseDialog'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { canObject, isWritable, placeToCorrect, valueNow, withCell } from './ownData'
import { ownData } from './ownDataWords'

/** Where the enterprise may say that its data are wrong. */
export function usePlaceToCorrect(own: boolean, shown: string | null | undefined): Participant | undefined {
  const me = useMe()
  const found = useQuery({
    queryKey: ['participants', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants', { params: { query: { limit: 200 } }, signal })),
    enabled: own && may(me, 'filing:write'),
  })
  // A list tells no batches: those that may be typed in, and the one that is shown, are read one by one.
  const wanted = (found.data?.items ?? []).filter((one) => one.id === shown || one.state === 'draft' || one.state === 'returned')
  const places = useQueries({ queries: wanted.map(({ id }) => participantQuery(id)) })
  const read = places.flatMap(({ data }) => (data ? [data.data] : []))
  return read.length === wanted.length ? placeToCorrect(read, shown ?? undefined) : undefined
}

interface Props {
  place: Participant
  /** What the condition is called. */
  title: string
  /** The items it looks at. */
  items: readonly string[]
  onClose: () => void
}

/** The data that a condition looks at, to be confirmed or corrected on the spot; what is said goes through review. */
export function OwnData({ place, title, items, onClose }: Props) {
  const t = ownData.use()
  const found = useQuery({
    queryKey: ['filings', place.id, ''],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/participants/{id}/filing', { params: { path: { id: place.id }, query: {} }, signal })),
    staleTime: 0,
  })
  const filing = found.data?.data
  const fields = filing?.fields.filter(({ item }) => items.includes(item)) ?? []
  return (
    <DetailDrawer title={t('dataOf', { name: title })} open form onClose={onClose}>
      <p className="about">{t(isWritable(place) ? 'dataOpen' : 'dataShut', { batch: place.batch?.title ?? '' })}</p>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {filing && fields.length === 0 && <p>{t('dataNone')}</p>}
      <ul className="plain-list own-data">
        {found.data &&
          filing &&
          fields.map((field) => <OwnField key={field.item} place={place} filing={filing} field={field} etag={found.data.etag} />)}
      </ul>
      <Link to={`/filings/${place.id}`}>{t(isWritable(place) ? 'dataSubmit' : 'dataWhole')}</Link>
    </DetailDrawer>
  )
}

interface FieldProps {
  place: Participant
  filing: Filing
  field: FilingField
  etag: string
}

function OwnField({ place, filing, field, etag }: FieldProps) {
  const t = ownData.use()
  const me = useMe()
  const dictionary = useDictionary()
  const [objecting, setObjecting] = useState(false)
  const now = valueNow(field)
  const name = named(field.name)
  const fixed = filing.confirm_only && reportedValue(field) !== null
  return (
    <li>
      <strong>
        {name}
        <Unit unit={field.unit} />
      </strong>
      <p className="about">
        {t('dataNow')}
        {now === null ? t('dataMissing') : dictionary.value(field.item, now)}
        {field.objection && <span className="badge badge-wait"> {t('dataObjected')}</span>}
      </p>
      {isWritable(place) && !fixed && <Typed place={place} filing={filing} field={field} etag={etag} />}
      {(!isWritable(place) || fixed) && may(me, 'objection:raise') && canObject(filing, field) && (
        <Button onClick={() => setObjecting(true)}>{t('dataObject')}</Button>
      )}
      {objecting && (
        <RaiseDialog
          participant={place.id}
          field={{ item: field.item, name, unit: field.unit ?? null }}
          period={field.departments?.period ?? place.batch?.year ?? 0}
          value={field.departments?.value ?? null}
          onClose={() => setObjecting(false)}
        />
      )}
    </li>
  )
}

function Typed({ place, filing, field, etag }: FieldProps) {
  const t = ownData.use()
  const id = useId()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [value, setValue] = useState(field.own?.value ?? '')
  const [reason, setReason] = useState(field.own?.explanation ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const reported = reportedValue(field)
  const differs = reported !== null && value !== '' && !isSame(value, reported)
  const keep = async (said: string) => {
    setBusy(true)
    setFailure(null)
    try {
      const cell = { ...field.own, value: said, explanation: reason.trim() || null }
      const params = { path: { id: place.id }, header: { 'If-Match': etag } }
      await good(api.PUT('/api/v1/participants/{id}/filing', { params, body: { cells: withCell(filing, field.item, cell) } }))
      await client.invalidateQueries({ queryKey: ['filings', place.id] })
      setValue(said)
      message.success(t('dataKept'))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <label className="label" htmlFor={`${id}-value`}>
        {t('dataOwn', { name: named(field.name) })}
      </label>
      <ValueInput id={`${id}-value`} item={field.item} value={value} onChange={setValue} />
      {differs && (
        <>
          <label className="label" htmlFor={`${id}-reason`}>
            {t('dataReason')}
          </label>
          <Input.TextArea id={`${id}-reason`} rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </>
      )}
      {failure !== null && <ProblemAlert error={failure} />}
      <p className="badges">
        <Button type="primary" loading={busy} disabled={value === ''} onClick={() => void keep(value)}>
          {t('dataKeep')}
        </Button>
        {reported !== null && value === '' && (
          <Button loading={busy} onClick={() => void keep(reported)}>
            {t('dataConfirm')}
          </Button>
        )}
      </p>
    </>
  )
}
