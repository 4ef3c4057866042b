import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, good } from '@/shared/api/client'
import { itemsQuery, named } from '@/shared/dictionary/items'
import { layoutWords } from '@/shared/layout/words'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { goOn, stopsOf } from '@/shared/tour/tour'
import { tourWords } from '@/shared/tour/words'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { TERMS, terms } from './terms'
import { help } from './words'

/** A tour of one's own places, the words of the platform, and what every item means. */
export function HelpPage() {
  const t = help.use()
  const me = useMe()
  return (
    <Page title={t('title')} about={t('about')}>
      <Tour />
      {may(me, 'points:list') && <Stories />}
      <Terms />
      {may(me, 'item:list') && <Items />}
    </Page>
  )
}

function Tour() {
  const t = help.use()
  const w = tourWords.use()
  const l = layoutWords.use()
  const navigate = useNavigate()
  const stops = stopsOf(useMe())
  const begin = () => {
    goOn(0)
    void navigate(stops[0]?.to ?? '/')
  }
  return (
    <Section
      title={w('tour')}
      about={t('tourAbout')}
      actions={
        <Button type="primary" onClick={begin}>
          {t('start')}
        </Button>
      }
    >
      <ol className="tour-stops" aria-label={t('stops')}>
        {stops.map(({ to, label, text }) => (
          <li key={to}>
            <Link to={to}>{l(label)}</Link>
            <p className="about">{w(text)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Only the demonstration has any. */
function Stories() {
  const t = help.use()
  const found = useQuery({ queryKey: ['stories'], queryFn: ({ signal }) => good(api.GET('/api/v1/stories', { signal })), staleTime: 600_000 })
  if (found.data?.length === 0) return null
  return (
    <Section title={t('stories')} about={t('storiesAbout')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      <ul className="plain-list">
        {found.data?.map((story) => (
          <li key={story.credit_code}>
            <strong>{named(story.title)}</strong> — {story.name}
            <p className="about">{named(story.text)}</p>
            <Link to={`/enterprises/${story.enterprise_id}`}>
              {t('seeStory')}
              <span className="for-readers"> {story.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Terms() {
  const t = help.use()
  const w = terms.use()
  return (
    <Section title={t('terms')}>
      <dl className="terms">
        {TERMS.map((key) => (
          <div key={key}>
            <dt>{w(`term.${key}` as keyof typeof terms.zh)}</dt>
            <dd>{w(`means.${key}` as keyof typeof terms.zh)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Items() {
  const t = help.use()
  const id = useId()
  const [text, setText] = useState('')
  const found = useQuery(itemsQuery)
  const asked = text.trim().toLowerCase()
  const items = (found.data ?? []).filter((item) => [item.code, item.meaning, item.name.zh, item.name.en ?? ''].some((part) => part.toLowerCase().includes(asked)))
  const columns: Column<(typeof items)[number]>[] = [
    { key: 'name', title: t('name'), render: (item) => named(item.name) },
    { key: 'unit', title: t('unit'), render: (item) => item.unit ?? '—', still: true },
    { key: 'reporter', title: t('reporter'), render: (item) => item.reporter ?? '—' },
    { key: 'meaning', title: t('meaning'), render: (item) => item.meaning },
    { key: 'code', title: t('code'), render: (item) => <code>{item.code}</code> },
  ]
  return (
    <Section title={t('items')} about={t('itemsAbout')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      <div className="field-inline">
        <label htmlFor={id}>{t('search')}</label>
        <Input id={id} value={text} placeholder={t('searchItems')} allowClear maxLength={60} onChange={(event) => setText(event.target.value)} />
      </div>
      {found.data && (
        <p role="status" className="about">
          {items.length > 0 ? t('found', { count: items.length }) : t('none')}
        </p>
      )}
      {items.length > 0 && <Rows label={t('items')} columns={columns} rows={items} rowKey={({ code }) => code} />}
    </Section>
  )
}

export { HelpPage as Component }
