import { Input } from 'antd'
import { useId } from 'react'
import type { FilingField } from '@/shared/api/types'
import { EvidenceLink } from '@/shared/attachments/EvidenceLink'
import { attachmentWords } from '@/shared/attachments/words'
import { named, useDictionary } from '@/shared/dictionary/items'
import { departmentsOf } from '@/shared/filings/values'
import { Unit } from '@/shared/filings/Unit'
import { nameOf } from '@/shared/words/common'
import { reviews } from './words'

interface Props {
  participant: string
  field: FilingField
  different: boolean
  /** Why it is to be sent back; undefined when it is not. */
  reason: string | undefined
  fixed: boolean
  onMark: (reason: string | null) => void
}

/** One field of a filing beside what departments and last year say, and whether to send it back. */
export function ReviewField({ participant, field, different, reason, fixed, onMark }: Props) {
  const t = reviews.use()
  const a = attachmentWords.use()
  const id = useId()
  const dictionary = useDictionary()
  const name = named(field.name)
  const shown = (value: string | null | undefined) => (typeof value === 'string' ? dictionary.value(field.item, value) : t('none1'))
  const said = departmentsOf(field).filter(({ value }) => typeof value === 'string')
  return (
    <li className={different ? 'field field-different' : 'field'}>
      <div className="field-head">
        <h3>
          {name}
          <Unit unit={field.unit} />
        </h3>
        {different && <span className="badge badge-wait">◔ {t('different')}</span>}
      </div>
      <dl className="beside">
        <div>
          <dt>{t('own')}</dt>
          <dd>{field.own ? <strong>{shown(field.own.value)}</strong> : '—'}</dd>
        </div>
        <div>
          <dt>{t('departments')}</dt>
          <dd>
            {said.length === 0 && t('notReported')}
            {said.map((one) => (
              <span key={one.statement_id}>
                {shown(one.value)} <small className="inline">{nameOf('source', one.source)}</small>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('lastYear')}</dt>
          <dd>{field.last_year ? shown(field.last_year) : '—'}</dd>
        </div>
      </dl>
      {field.own?.explanation && (
        <p className="reason">
          <strong>{t('explanation')}</strong> {field.own.explanation}
        </p>
      )}
      {field.own?.evidence && (
        <p className="reason">
          <strong>{a('evidence')}</strong> <EvidenceLink id={field.own.evidence} participant={participant} />
        </p>
      )}
      {!fixed && (
        <>
          <label className="tick">
            <input type="checkbox" aria-label={t('markOf', { name })} checked={reason !== undefined} onChange={(event) => onMark(event.target.checked ? '' : null)} />
            {t('mark')}
          </label>
          {reason !== undefined && (
            <>
              <label htmlFor={id} className="for-readers">
                {t('reasonOf', { name })}
              </label>
              <Input id={id} maxLength={100} placeholder={t('reasonHelp')} value={reason} onChange={(event) => onMark(event.target.value)} autoFocus />
            </>
          )}
        </>
      )}
    </li>
  )
}
