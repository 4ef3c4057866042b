import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { api, good, versioned } from '@/shared/api/client'
import { attachmentWords } from '@/shared/attachments/words'
import { codeOf } from '@/shared/api/problem'
import { problemsByItem } from './problems'
import type { Filing, FilingField } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { isReported } from '@/shared/filings/values'
import { useMe } from '@/shared/me/me'
import { named } from '@/shared/dictionary/items'
import { RaiseDialog } from '@/shared/objections/RaiseDialog'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { filingCan } from './can'
import { useDraft, type Cells } from './draft'
import { FieldCard } from './FieldCard'
import { filings } from './words'

interface Props {
  id: string
  filing: Filing
  etag: string
  onReload: () => void
}

type Shown = 'all' | 'todo' | 'own'

/** Whether something is still to be done about a field. */
function isOpen(field: FilingField, cells: Cells): boolean {
  const cell = cells[field.item]
  const empty = !cell || (cell.value !== null && cell.value === '')
  return field.problems.length > 0 || Boolean(field.returned) || (field.required && empty && !isReported(field))
}

/** The fields, which save themselves, and the button that submits. */
export function FilingForm({ id, filing, etag, onReload }: Props) {
  const t = filings.use()
  const a = attachmentWords.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const draft = useDraft(id, filing, etag)
  const [shown, setShown] = useState<Shown>('all')
  const [refused, setRefused] = useState<unknown>(null)
  const [objecting, setObjecting] = useState<FilingField | null>(null)
  const [pending, setPending] = useState(false)
  const write = filingCan.write(me, filing)
  const problems = problemsByItem(refused)
  const open = filing.fields.filter((field) => isOpen(field, draft.cells))
  const blocking = filing.fields.filter((field) => field.problems.length > 0).length
  const fields = shown === 'todo' ? open : shown === 'own' ? filing.fields.filter(({ item }) => draft.cells[item]) : filing.fields

  const submit = async () => {
    setPending(true)
    setRefused(null)
    try {
      if (!(await draft.save())) return
      const { etag: seen } = await versioned(api.GET('/api/v1/participants/{id}', { params: { path: { id } } }))
      const done = await good(api.POST('/api/v1/participants/{id}/submit', { params: { path: { id }, header: { 'If-Match': seen } } }))
      await Promise.all([client.invalidateQueries({ queryKey: ['filings'] }), client.invalidateQueries({ queryKey: ['participants'] })])
      message.success(t('submitted', { number: done.receipt_number ?? '' }))
      window.scrollTo(0, 0)
    } catch (error) {
      setRefused(error)
    } finally {
      setPending(false)
    }
  }

  return (
    <Section title={filing.confirm_only ? t('confirmFields') : t('fields')} about={write.yes ? `${t('fieldsAbout')} ${a('evidence')}${a('limitsAre')}` : undefined}>
      <Summary filing={filing} open={open.length} own={Object.keys(draft.cells).length} shown={shown} onShow={setShown} />
      {draft.failure !== null && <ProblemAlert error={draft.failure} onRetry={codeOf(draft.failure) === 'changed-meanwhile' ? onReload : () => void draft.save()} />}
      {refused !== null && <Refusals error={refused} problems={problems} filing={filing} />}
      <ol className="fields">
        {fields.map((field) => (
          <FieldCard
            key={field.item}
            field={field}
            year={filing.participant.batch?.year ?? 0}
            participant={id}
            cell={draft.cells[field.item]}
            fixed={!write.yes}
            confirmOnly={filing.confirm_only}
            refused={problems.get(field.item) ?? []}
            objecting={filingCan.object(me, filing, field)}
            onChange={(cell) => draft.set(field.item, cell)}
            onObject={() => setObjecting(field)}
          />
        ))}
      </ol>
      {fields.length === 0 && <p className="about">{t('nothingShown')}</p>}
      {write.yes && (
        <div className="form-end sticky-end">
          <ActionButton type="primary" can={filingCan.submit(me, filing, blocking)} loading={pending} onClick={() => void submit()}>
            {filing.confirm_only ? t('confirm') : t('submit')}
          </ActionButton>
          <Button onClick={() => void draft.save()} disabled={draft.state === 'saved' || draft.state === 'saving'}>
            {t('saveNow')}
          </Button>
          <span role="status" className="about">
            {t(`saving.${draft.state}`)}
          </span>
        </div>
      )}
      {objecting && (
        <RaiseDialog
          participant={id}
          field={{ item: objecting.item, name: named(objecting.name), unit: objecting.unit ?? null }}
          period={objecting.departments?.period ?? filing.participant.batch?.year ?? 0}
          value={objecting.departments?.value ?? null}
          onClose={() => setObjecting(null)}
        />
      )}
    </Section>
  )
}

interface SummaryProps {
  filing: Filing
  open: number
  own: number
  shown: Shown
  onShow: (shown: Shown) => void
}

function Summary({ filing, open, own, shown, onShow }: SummaryProps) {
  const t = filings.use()
  const total = filing.fields.length
  return (
    <div className="list-tools">
      <span role="status">{open > 0 ? t('open', { total, count: open }) : t('allDone', { total })}</span>
      <Choice
        always
        aria-label={t('show')}
        value={shown}
        onChange={(one) => onShow(one as Shown)}
        options={[
          { value: 'all', label: t('showAll', { count: total }) },
          { value: 'todo', label: t('showOpen', { count: open }) },
          { value: 'own', label: t('showOwn', { count: own }) },
        ]}
      />
    </div>
  )
}

/** Why it could not be submitted, each reason leading to its field. */
function Refusals({ error, problems, filing }: { error: unknown; problems: Map<string, string[]>; filing: Filing }) {
  const t = filings.use()
  if (problems.size === 0) return <ProblemAlert error={error} />
  const name = (item: string) => {
    const field = filing.fields.find((one) => one.item === item)
    return field ? named(field.name) : item
  }
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={t('notSubmitted', { count: problems.size })}
      description={
        <ul className="plain-list">
          {[...problems].map(([item, reasons]) => (
            <li key={item}>
              <a href={`#field-${item}`}>{name(item)}</a>：{reasons.join('；')}
            </li>
          ))}
        </ul>
      }
    />
  )
}
