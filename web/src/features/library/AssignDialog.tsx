import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import type { operations } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, useMe } from '@/shared/me/me'
import { library } from './words'

type List = Omit<operations['list_standings']['parameters']['query'], 'sort' | 'limit' | 'cursor'>

/** Makes tasks of a list as it is filtered. */
export function AssignDialog({ run, list, onClose }: { run: string; list: List; onClose: () => void }) {
  const t = library.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  // One key for this intention: sending it twice makes the tasks once.
  const [key] = useState(freshKey)
  const people = useQuery({
    queryKey: ['users', 'officers'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/users', { params: { query: { state: 'active', limit: 200 } }, signal })),
    enabled: may(me, 'user:list'),
  })
  const others = (people.data?.items ?? []).filter((user) => user.id !== me.id && user.roles.some(works))
  const officers = [{ value: me.id, label: t('assigneeMe', { name: me.name }) }, ...others.map(({ id, name }) => ({ value: id, label: name }))]
  const make = async ({ campaign = '', assignee_id = '', due_on = '' }: Record<string, string>) => {
    const made = await good(
      api.POST('/api/v1/runs/{id}/tasks', {
        params: { path: { id: run }, header: { 'Idempotency-Key': key } },
        body: { list, campaign, assignee_id, due_on },
      }),
    )
    await client.invalidateQueries({ queryKey: ['tasks'] })
    message.success(t('assigned', { made: made.made, open: made.open_already }))
  }
  const fields = (
    <>
      <Field name="campaign" label={t('campaign')} required extra={t('campaignHelp')}>
        <Input maxLength={100} />
      </Field>
      <Field name="assignee_id" label={t('assignee')} required>
        <Choice options={officers} always />
      </Field>
      <Field name="due_on" label={t('due')} required>
        <Input type="date" />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t('assignTitle')} submit={t('assign')} fields={fields} initialValues={{ assignee_id: me.id }} onSubmit={make} onClose={onClose}>
      {t('assignAbout')}
    </ConfirmDialog>
  )
}

/** As the server: crates/server/src/tasks/assign.rs. */
function works(role: string): boolean {
  return ['zone-administrator', 'data-reviewer', 'policy-officer'].includes(role)
}
