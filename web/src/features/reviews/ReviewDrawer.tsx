import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { api, good, versioned } from '@/shared/api/client'
import type { Filing } from '@/shared/api/types'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { isReported, isSame, reportedValue } from '@/shared/filings/values'
import { participantQuery } from '@/shared/filings/participants'
import { useMe } from '@/shared/me/me'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { reviewCan, type Marks } from './can'
import { ReviewField } from './ReviewField'
import { reviews } from './words'

/** The mark of the filing as a whole among those of its fields. */
const WHOLE = ''

interface Props {
  id: string | null
  onClose: () => void
  next: string | null
  onNext: (id: string | null) => void
}

/** One filing: what differs, and the reviewer's word. */
export function ReviewDrawer({ id, onClose, next, onNext }: Props) {
  const t = reviews.use()
  const [purpose] = usePurpose()
  const found = useQuery({
    queryKey: ['filings', id, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/filing', { params: { path: { id: id ?? '' }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    enabled: id !== null,
    staleTime: 0,
  })
  // The version that is judged is the one that was read beside the fields.
  const one = useQuery({ ...participantQuery(id ?? ''), enabled: id !== null, staleTime: 0 })
  const name = found.data?.participant.name
  return (
    <DetailDrawer title={name ?? t('filing')} open={id !== null} onClose={onClose} form>
      <PurposeOrProblem error={found.error ?? one.error} onRetry={() => void Promise.all([found.refetch(), one.refetch()])} />
      {(found.isPending || one.isPending) && <Loading />}
      {found.data && one.data && <Review key={`${id}-${one.data.etag}`} filing={found.data} etag={one.data.etag} next={next} onNext={onNext} onClose={onClose} />}
    </DetailDrawer>
  )
}

interface ReviewProps {
  filing: Filing
  etag: string
  next: string | null
  onNext: (id: string | null) => void
  onClose: () => void
}

function Review({ filing, etag, next, onNext, onClose }: ReviewProps) {
  const t = reviews.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [marks, setMarks] = useState<Marks>({})
  const [all, setAll] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [pending, setPending] = useState(false)
  const one = filing.participant
  const params = { path: { id: one.id }, header: { 'If-Match': etag } }
  const different = filing.fields.filter(({ own, ...field }) => own && !(isReported({ own, ...field }) && isSame(own.value, reportedValue({ own, ...field }))))
  const told = different.length > 0 && !all ? different : filing.fields
  const set = (item: string, reason: string | null) =>
    setMarks((known) => {
      const { [item]: _, ...others } = known
      return reason === null ? others : { ...others, [item]: reason }
    })

  const word = async (work: () => Promise<string>) => {
    setPending(true)
    setFailure(null)
    try {
      const said = await work()
      message.success(said)
      await Promise.all(['reviews', 'filings', 'participants', 'batches'].map((key) => client.invalidateQueries({ queryKey: [key] })))
      if (next) onNext(next)
      else onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setPending(false)
    }
  }
  const approve = () =>
    word(async () => {
      const now = await good(api.POST('/api/v1/participants/{id}/approve', { params }))
      return t(now.state === 'approved' ? 'approved' : 'approvedOnce', { name: one.name })
    })
  const giveBack = () =>
    word(async () => {
      const fields = Object.entries(marks).map(([item, reason]) => ({ item: item === WHOLE ? null : item, reason }))
      await versioned(api.POST('/api/v1/participants/{id}/return', { params, body: { fields } }))
      return t('returned', { name: one.name })
    })
  const count = Object.keys(marks).length
  const judged = one.state === 'submitted' || one.state === 'approved'
  return (
    <>
      <ReviewFacts filing={filing} />
      <ProblemAlert error={failure} />
      <div className="list-tools drawer-actions">
        <span role="status">{different.length === 0 ? t('noDifferences') : ''}</span>
        {different.length > 0 && (
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t('showDifferent') : t('showAll', { count: filing.fields.length })}
          </Button>
        )}
      </div>
      <ol className="fields">
        {told.map((field) => (
          <ReviewField key={field.item} participant={one.id} field={field} different={different.includes(field)} reason={marks[field.item]} fixed={!judged} onMark={(reason) => set(field.item, reason)} />
        ))}
      </ol>
      {judged && <Whole value={marks[WHOLE] ?? ''} onChange={(text) => set(WHOLE, text.trim() === '' ? null : text)} />}
      <div className="form-end sticky-end">
        <ActionButton type="primary" loading={pending} can={reviewCan.approve(me, one, marks)} onClick={() => void approve()}>
          {t('approve')}
        </ActionButton>
        <ActionButton danger loading={pending} can={reviewCan.back(me, one, marks)} onClick={() => void giveBack()}>
          {count > 0 ? t('back', { count }) : t('backNone')}
        </ActionButton>
        {next && <Button onClick={() => onNext(next)}>{t('nextOne')}</Button>}
      </div>
    </>
  )
}

function ReviewFacts({ filing }: { filing: Filing }) {
  const t = reviews.use()
  const one = filing.participant
  return (
    <Facts
      facts={[
        [t('code'), <code key="code">{one.credit_code}</code>],
        [t('state'), <Badge key="state" group="participant" word={one.state} />],
        [t('submitted'), one.submitted_at && atMinute(one.submitted_at)],
        [t('receipt'), one.receipt_number && <code key="receipt">{one.receipt_number}</code>],
        ...(one.batch?.second_review ? ([[t('second'), t('secondAbout')]] as [string, React.ReactNode][]) : []),
        ...(filing.confirm_only ? ([[t('confirmOnly'), '✓']] as [string, React.ReactNode][]) : []),
      ]}
    />
  )
}

function Whole({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = reviews.use()
  const id = useId()
  return (
    <div className="drawer-actions">
      <label htmlFor={id}>{t('wholeReason')}</label>
      <Input.TextArea id={id} rows={2} maxLength={100} placeholder={t('wholeHelp')} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
