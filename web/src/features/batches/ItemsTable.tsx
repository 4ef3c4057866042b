import { Input } from 'antd'
import { Fragment } from 'react'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { useDictionary } from '@/shared/dictionary/items'
import { nameOf } from '@/shared/words/common'
import type { TypedItem } from './ItemsPage'
import { batches } from './words'

type Source = components['schemas']['SourceWord']

const SOURCES: readonly Source[] = ['tax', 'hr', 'ip', 'science', 'industry', 'market', 'torch', 'self']

interface Props {
  items: readonly TypedItem[]
  /** The items whose tolerance is no share. */
  wrong: readonly string[]
  fixed: boolean
  onChange: (items: TypedItem[]) => void
}

/** The items, one below the other, each with what is asked of it. */
export function ItemsTable({ items, wrong, fixed, onChange }: Props) {
  const t = batches.use()
  const dictionary = useDictionary()
  const set = (item: string, change: Partial<TypedItem>) => onChange(items.map((one) => (one.item === item ? { ...one, ...change } : one)))
  return (
    <ul className="rows" aria-label={t('items')}>
      {items.map((one) => {
        const name = dictionary.heading(one.item)
        return (
          <li key={one.item} className="item-row">
            <div>
              <strong>{name}</strong>
              <small>
                <code>{one.item}</code>
              </small>
            </div>
            <label className="tick">
              <input type="checkbox" checked={one.required} disabled={fixed} onChange={(event) => set(one.item, { required: event.target.checked })} />
              {t('required')}
              <span className="for-readers">{name}</span>
            </label>
            <div>
              <label htmlFor={`tolerance-${one.item}`}>
                {t('tolerance')} <span className="for-readers">{name}</span>
              </label>
              <Input
                id={`tolerance-${one.item}`}
                inputMode="decimal"
                suffix="%"
                disabled={fixed}
                {...(wrong.includes(one.item) && { status: 'error' as const, 'aria-invalid': true })}
                placeholder={t('noTolerance')}
                value={one.percent}
                onChange={(event) => set(one.item, { percent: event.target.value.trim() })}
              />
            </div>
            <Sources name={name} sources={one.sources} fixed={fixed} onChange={(sources) => set(one.item, { sources })} />
          </li>
        )
      })}
    </ul>
  )
}

interface SourcesProps {
  name: string
  sources: readonly Source[]
  fixed: boolean
  onChange: (sources: Source[]) => void
}

/** The sources of an item, the one that counts first. Choosing one for a place moves it there. */
function Sources({ name, sources, fixed, onChange }: SourcesProps) {
  const t = batches.use()
  const place = (at: number, chosen: string | undefined) => {
    const others = sources.filter((one, index) => index !== at && one !== chosen)
    if (!chosen) return onChange(others)
    onChange([...others.slice(0, at), chosen as Source, ...others.slice(at)])
  }
  const places = [...sources.keys(), ...(!fixed && sources.length < SOURCES.length ? [sources.length] : [])]
  return (
    <div className="sources" role="group" aria-label={t('sourcesOf', { name })}>
      <span>{t('sources')}</span>
      {places.map((at) => (
        <Fragment key={at}>
          {at > 0 && <span aria-hidden="true">→</span>}
          <Choice
            aria-label={t('sourceAt', { name, at: at + 1 })}
            disabled={fixed}
            // The last one stays: an item nobody reports could never be had.
            always={sources.length === 1 && at === 0}
            nothing={t('noSource')}
            value={sources[at]}
            onChange={(chosen) => place(at, chosen)}
            options={SOURCES.map((one) => ({ value: one, label: nameOf('source', one) }))}
          />
        </Fragment>
      ))}
    </div>
  )
}
