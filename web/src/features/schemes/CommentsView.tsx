import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { useMe } from '@/shared/me/me'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { schemeCan } from './can'
import { drafting } from './draftWords'
import type { Whole } from './types'

interface Values {
  about?: string
  said: string
}

/** What people say about a scheme. */
export function CommentsView({ draft }: { draft: Whole }) {
  const t = drafting.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const [form] = Form.useForm<Values>()
  const queryKey = ['schemes', 'comments', draft.id]
  const found = useQuery({ queryKey, queryFn: ({ signal }) => good(api.GET('/api/v1/scheme-drafts/{id}/comments', { params: { path: { id: draft.id } }, signal })) })
  const parts = [...(draft.shown?.indicators ?? []), ...(draft.shown?.stages ?? []), ...(draft.shown?.vetoes ?? []), ...(draft.shown?.grades ?? [])]
  const nameOfPart = (code: string) => {
    const part = parts.find((one) => one.code === code)
    return part ? named(part.name) : code
  }
  const say = async ({ about, said }: Values) => {
    const body = { said, ...(about && { about }) }
    await good(api.POST('/api/v1/scheme-drafts/{id}/comments', { params: { path: { id: draft.id }, header: { 'Idempotency-Key': key } }, body }))
    setKey(freshKey())
    form.resetFields()
    message.success(t('commented'))
    await client.invalidateQueries({ queryKey })
  }
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <Empty title={t('commentsNone')} />}
      <ul className="notes">
        {found.data?.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.author_name}</strong> <span className="quiet">{atMinute(one.said_at)}</span> {one.about && <span className="badge badge-plain">{nameOfPart(one.about)}</span>}
            </p>
            <p className="as-written">{one.said}</p>
          </li>
        ))}
      </ul>
      {schemeCan.comment(me).yes && (
        <ServerForm<Values> form={form} label={t('comment')} submit={t('comment')} onSubmit={say}>
          <Field name="about" label={t('commentOf')}>
            <Choice nothing={t('commentAll')} options={parts.map(({ code, name }) => ({ value: code, label: named(name) }))} />
          </Field>
          <Field name="said" label={t('commentText')} required>
            <Input.TextArea rows={3} maxLength={2000} />
          </Field>
        </ServerForm>
      )}
    </>
  )
}
