import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import { Refused } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, useMe } from '@/shared/me/me'
import { uiWords } from '@/shared/ui/words'
import { filterWords } from './words'

type Filter = components['schemas']['SavedFilter']
type List = components['schemas']['FilteredList']

interface Props {
  list: List
  /** What the list is asked with now, as the server understands it. */
  query: Record<string, string | number | boolean>
  /** The address of the list for a kept query. */
  addressOf: (query: URLSearchParams) => string
}

/** Filters that were kept for a list, one's own and those of colleagues; and keeping the one of now. */
export function SavedFilters({ list, query, addressOf }: Props) {
  const t = filterWords.use()
  const u = uiWords.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [keeping, setKeeping] = useState(false)
  const found = useQuery({
    queryKey: ['saved-filters', list],
    queryFn: ({ signal }) => good(api.GET('/api/v1/saved-filters', { params: { query: { list } }, signal })),
    enabled: may(me, 'saved-filter:list'),
  })
  const { pathname } = useLocation()
  const [address] = useSearchParams()
  if (!may(me, 'saved-filter:list')) return null
  const here = `${pathname}?${address.toString()}`
  const change = async (asked: Promise<unknown>) => {
    try {
      await asked
      await client.invalidateQueries({ queryKey: ['saved-filters'] })
    } catch (error) {
      message.error(error instanceof Refused ? error.message : u('unreachable'))
    }
  }
  const seen = (one: Filter) => ({ path: { id: one.id }, header: { 'If-Match': `"${one.version}"` } })
  const share = (one: Filter) =>
    change(good(api.PATCH('/api/v1/saved-filters/{id}', { params: seen(one), body: { shared: !one.shared } })))
  const remove = (one: Filter) => change(good(api.DELETE('/api/v1/saved-filters/{id}', { params: seen(one) })))
  return (
    <section className="card saved-filters" aria-label={t('title')}>
      <strong>{t('title')}</strong>
      {found.data?.length === 0 && <span className="about">{t('none')}</span>}
      <ul className="badges plain-list">
        {(found.data ?? []).map((one) => {
          const to = addressOf(new URLSearchParams(one.query))
          return (
            <li key={one.id}>
              <Link to={to} aria-current={to === here ? 'page' : undefined}>
                {one.name}
              </Link>
              {!one.own && <small> {t('of', { name: one.owner_name ?? '' })}</small>}
              {one.own && (
                <>
                  <Button size="small" type="link" aria-label={t(one.shared ? 'unshareOf' : 'shareOf', { name: one.name })} onClick={() => void share(one)}>
                    {t(one.shared ? 'unshare' : 'share')}
                  </Button>
                  <Button size="small" type="link" danger aria-label={t('removeOf', { name: one.name })} onClick={() => void remove(one)}>
                    {t('remove')}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {may(me, 'saved-filter:keep') && (
        <Button size="small" onClick={() => setKeeping(true)}>
          {t('keep')}
        </Button>
      )}
      {keeping && <Keep list={list} query={query} onClose={() => setKeeping(false)} />}
    </section>
  )
}

function Keep({ list, query, onClose }: Pick<Props, 'list' | 'query'> & { onClose: () => void }) {
  const t = filterWords.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  // One key for this intention: sending it twice keeps one filter.
  const [key] = useState(freshKey)
  const keep = async ({ name = '', shared }: Record<string, string>) => {
    const text = new URLSearchParams(Object.entries(query).map(([field, value]) => [field, String(value)])).toString()
    const body = { list, name, query: text, shared: shared === 'true' }
    await good(api.POST('/api/v1/saved-filters', { params: { header: { 'Idempotency-Key': key } }, body }))
    await client.invalidateQueries({ queryKey: ['saved-filters'] })
    message.success(t('kept'))
  }
  const fields = (
    <>
      <Field name="name" label={t('name')} required extra={t('nameHelp')}>
        <Input maxLength={100} />
      </Field>
      <Field name="shared" label={t('who')} required>
        <Choice
          always
          options={[
            { value: 'false', label: t('private') },
            { value: 'true', label: t('sharedYes') },
          ]}
        />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t('keep')} submit={t('keepNow')} fields={fields} initialValues={{ shared: 'false' }} onSubmit={keep} onClose={onClose}>
      {t('keepAbout')}
    </ConfirmDialog>
  )
}
