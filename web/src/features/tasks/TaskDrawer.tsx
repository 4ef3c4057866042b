import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { nextOf, taskCan, type State } from './can'
import { TaskFiles } from './TaskFiles'
import { tasks } from './words'

type Detail = components['schemas']['TaskDetail']
const TONES: Record<State, string> = { open: 'wait', contacted: 'wait', promised: 'wait', done: 'good', 'given-up': 'bad' }

/** How far a task is. */
export function TaskState({ state }: { state: State }) {
  const t = tasks.use()
  return <span className={`badge badge-${TONES[state]}`}>{t(`state.${state}`)}</span>
}

/** One task: what is known, what happened, and what to do next. */
export function TaskDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = tasks.use()
  const me = useMe()
  const [moving, setMoving] = useState(false)
  const found = useQuery({
    queryKey: ['tasks', 'versioned', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/tasks/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    staleTime: 0,
  })
  const one = found.data?.data
  return (
    <DetailDrawer title={one?.enterprise_name ?? t('details')} open={id !== null} onClose={onClose}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {one && found.data && (
        <>
          <Facts
            facts={[
              [t('enterprise'), one.enterprise_name],
              [t('advice'), one.advice],
              [t('campaign'), one.campaign],
              [t('assignee'), one.assignee_name],
              [t('due'), one.due_on],
              [t('state'), <TaskState key="state" state={one.state} />],
              ...(one.reason ? [[t('reason'), one.reason] as [string, string]] : []),
            ]}
          />
          <div className="actions drawer-actions" role="group" aria-label={t('changes')}>
            <ActionButton type="primary" can={taskCan.work(me)} onClick={() => setMoving(true)}>
              {t('move')}
            </ActionButton>
            <Link to={`/library/enterprises/${one.enterprise_id}`}>{t('ladder')}</Link>
          </div>
          <h3>{t('notes')}</h3>
          {one.notes.length === 0 && <p className="about">{t('notesNone')}</p>}
          <ol className="plain-list">
            {one.notes.map((note) => (
              <li key={`${note.written_at}${note.note}`}>
                {note.state && <TaskState state={note.state} />} {note.note}
                <small>
                  {note.written_by} · {atMinute(note.written_at)}
                </small>
              </li>
            ))}
          </ol>
          <TaskFiles task={one} />
          {moving && <Move task={one} etag={found.data.etag} onClose={() => setMoving(false)} />}
        </>
      )}
    </DetailDrawer>
  )
}

function Move({ task, etag, onClose }: { task: Detail; etag: string; onClose: () => void }) {
  const t = tasks.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const move = async ({ to, note }: Record<string, string>) => {
    const body = { to: (to as State | undefined) ?? null, note: note ?? null }
    await good(api.POST('/api/v1/tasks/{id}/move', { params: { path: { id: task.id }, header: { 'If-Match': etag } }, body }))
    await client.invalidateQueries({ queryKey: ['tasks'] })
    message.success(t('moved'))
  }
  const fields = (
    <>
      <Field name="to" label={t('to')}>
        <Choice options={nextOf(task.state).map((value) => ({ value, label: t(`state.${value}`) }))} nothing={t('remark')} />
      </Field>
      <Field name="note" label={t('note')} extra={`${t('noteHelp')}。${t('noteReason')}`}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </>
  )
  return <ConfirmDialog title={t('moveTitle')} submit={t('move')} fields={fields} onSubmit={move} onClose={onClose} />
}
