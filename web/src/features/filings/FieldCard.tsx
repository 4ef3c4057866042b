import { Input } from 'antd'
import { useId } from 'react'
import type { FilingCell, FilingField } from '@/shared/api/types'
import { EvidenceInput } from '@/shared/attachments/EvidenceInput'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { attachmentWords } from '@/shared/attachments/words'
import { named, useDictionary } from '@/shared/dictionary/items'
import { departmentsOf, isReported, isSame, reportedValue } from '@/shared/filings/values'
import { Unit } from '@/shared/filings/Unit'
import { ValueInput } from '@/shared/filings/ValueInput'
import type { Can } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { common, nameOf } from '@/shared/words/common'
import { filings } from './words'

interface Props {
  field: FilingField
  year: number
  participant: string
  cell: FilingCell | undefined
  /** Nothing can be typed now. */
  fixed: boolean
  confirmOnly: boolean
  /** Why submitting was refused for it. */
  refused: readonly string[]
  objecting: Can
  onChange: (cell: FilingCell | null) => void
  onObject: () => void
}

/** One field: what departments and last year say, what it means, and what the enterprise says. */
export function FieldCard(props: Props) {
  const { field, fixed, confirmOnly, refused } = props
  const t = filings.use()
  const id = useId()
  const reported = isReported(field)
  const trouble = field.problems.length > 0 || refused.length > 0
  const locked = fixed || (confirmOnly && reported)
  return (
    <li id={`field-${field.item}`} className={trouble ? 'field field-wrong' : field.returned ? 'field field-returned' : 'field'} tabIndex={-1}>
      <div className="field-head">
        <h3 id={`${id}-name`}>
          {named(field.name)}
          <Unit unit={field.unit} />
          {field.required && <span className="required-mark" title={common.say('requiredMark')} />}
        </h3>
        <span className="badges">
          {field.returned && <span className="badge badge-bad">✕ {t('returned')}</span>}
          {field.objection && <span className="badge badge-wait">◔ {t('objectionOpen')}</span>}
        </span>
      </div>
      <About field={field} />
      <Beside {...props} />
      {field.returned && (
        <p className="reason">
          <strong>{t('returnedFor')}</strong>
          {field.returned}
        </p>
      )}
      {locked ? <Own {...props} /> : <Entry {...props} id={id} />}
      {!fixed && <Problems id={id} field={field} refused={refused} />}
      {reported && (
        <ActionButton type="link" size="small" className="object" can={props.objecting} onClick={props.onObject} aria-label={t('objectTo', { name: named(field.name) })}>
          {t('object')}
        </ActionButton>
      )}
    </li>
  )
}

/** Definition, unit, source document and an example, a click away. */
function About({ field }: { field: FilingField }) {
  const t = filings.use()
  const dictionary = useDictionary()
  const kind = dictionary.find(field.item)?.kind ?? 'text'
  const first = dictionary.options(field.item)[0]?.label
  const example = first ?? (kind === 'number' ? '1234.56' : kind === 'date' ? '2020-05-18' : null)
  return (
    <details className="field-about">
      <summary>{t('meaning')}</summary>
      <p>{field.meaning}</p>
      {field.unit && <p>{t('unitIs', { unit: field.unit })}</p>}
      {field.document && <p>{t('documentIs', { document: field.document })}</p>}
      {example && kind !== 'truth' && <p>{t('exampleIs', { example })}</p>}
    </details>
  )
}

/** What departments say this year, and what counted last year. */
function Beside({ field, year }: Props) {
  const t = filings.use()
  const dictionary = useDictionary()
  const said = departmentsOf(field).filter(({ value }) => typeof value === 'string')
  return (
    <dl className="beside">
      <div>
        <dt>{t('departments', { year })}</dt>
        <dd>
          {said.length === 0 && <span className="about">{t('nothingReported')}</span>}
          {said.map((one) => (
            <span key={one.statement_id}>
              {dictionary.value(field.item, one.value ?? '')} <small className="inline">{nameOf('source', one.source)}</small>
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('lastYear', { year: year - 1 })}</dt>
        <dd>{field.last_year ? dictionary.value(field.item, field.last_year) : <span className="about">{common.say('none')}</span>}</dd>
      </div>
    </dl>
  )
}

/** What the enterprise said, where it cannot be changed. */
function Own({ field, cell, participant }: Props) {
  const t = filings.use()
  const a = attachmentWords.use()
  const dictionary = useDictionary()
  if (!cell) return isReported(field) ? null : <p className="about">{t('notFiled')}</p>
  return (
    <dl className="beside">
      <div>
        <dt>{t('own')}</dt>
        <dd>{cell.value ? dictionary.value(field.item, cell.value) : t('noValue')}</dd>
      </div>
      {cell.explanation && (
        <div>
          <dt>{t('explanation')}</dt>
          <dd>{cell.explanation}</dd>
        </div>
      )}
      {cell.evidence && (
        <div>
          <dt>{a('evidence')}</dt>
          <dd>
            <EvidenceLink id={cell.evidence} participant={participant} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Where the enterprise types. What is left empty stays as departments report it. */
function Entry({ field, participant, cell, refused, onChange, id }: Props & { id: string }) {
  const t = filings.use()
  const a = attachmentWords.use()
  const reported = reportedValue(field)
  const none = cell?.value === null
  const explained = cell?.explanation ?? ''
  const differs = Boolean(cell) && !isSame(cell?.value, reported) && reported !== null
  const asked = explained !== '' || differs || field.problems.some(({ blocking }) => !blocking)
  const wrong = field.problems.length > 0 || refused.length > 0
  const say = (change: Partial<FilingCell>) => {
    const next = { value: cell?.value ?? '', ...cell, ...change }
    // Nothing typed is nothing said: what departments report stands.
    const empty = next.value === '' && !next.evidence
    // A reason or a file alone stands beside what departments report; where they report nothing, a value is still asked for.
    onChange(empty && !next.explanation ? null : { ...next, value: next.value === '' ? (reported ?? '') : (next.value ?? null) })
  }
  // A file proves something: what departments report, or what is typed, or that there is none.
  const provable = reported !== null || none || (cell?.value ?? '') !== '' || Boolean(cell?.evidence)
  return (
    <div className="entry">
      <div>
        <label htmlFor={`${id}-value`}>{t('own')}</label>
        <ValueInput
          id={`${id}-value`}
          item={field.item}
          value={none ? '' : (cell?.value ?? '')}
          disabled={none}
          aria-required={field.required}
          aria-invalid={wrong}
          aria-describedby={`${id}-name ${id}-problems`}
          placeholder={none ? t('noValue') : reported !== null ? t('asReported') : ''}
          onChange={(value) => say({ value })}
        />
      </div>
      {reported === null && (
        <label className="tick">
          <input type="checkbox" checked={none} onChange={(event) => (event.target.checked ? onChange({ ...cell, value: null }) : onChange(null))} />
          {t('noValue')}
        </label>
      )}
      {asked && (
        <div className="entry-wide">
          <label htmlFor={`${id}-explanation`}>{t('explanation')}</label>
          <Input.TextArea
            id={`${id}-explanation`}
            rows={2}
            maxLength={1000}
            placeholder={t('explanationHelp')}
            value={explained}
            onChange={(event) => say({ explanation: event.target.value || null })}
          />
        </div>
      )}
      <div className="entry-wide">
        <span className="entry-label">{a('evidence')}</span>
        {provable ? (
          <EvidenceInput participant={participant} of={named(field.name)} told value={cell?.evidence} onChange={(evidence) => say({ evidence })} />
        ) : (
          <small>{a('valueFirst')}</small>
        )}
      </div>
    </div>
  )
}

function Problems({ id, field, refused }: { id: string; field: FilingField; refused: readonly string[] }) {
  const t = filings.use()
  const told = field.problems.map((one) => ({ key: one.code, text: named(one.detail), code: one.code, blocking: one.blocking }))
  const further = refused.filter((text) => !told.some((one) => one.text === text))
  return (
    <ul id={`${id}-problems`} className="field-problems" aria-live="polite">
      {told.map((one) => (
        <li key={one.key} className={one.blocking ? 'bad' : 'wait'}>
          {one.blocking ? t('mustMend') : t('mustExplain')}
          {one.text} <code>{one.code}</code>
        </li>
      ))}
      {further.map((text) => (
        <li key={text} className="bad">
          {text}
        </li>
      ))}
    </ul>
  )
}
