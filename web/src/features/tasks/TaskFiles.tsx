import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useId, useRef } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { useMe } from '@/shared/me/me'
import { save } from '@/shared/table/ExportButtons'
import { ActionButton } from '@/shared/ui/ActionButton'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { taskCan } from './can'
import { tasks } from './words'

type Detail = components['schemas']['TaskDetail']

/** The files of a task: fetched to be saved, and added. */
export function TaskFiles({ task }: { task: Detail }) {
  const t = tasks.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const fetch = useMutation({
    mutationFn: async ({ id: file, name }: Detail['files'][number]) => {
      const asked = api.GET('/api/v1/tasks/{id}/files/{file}', { params: { path: { id: task.id, file } }, parseAs: 'blob' })
      save({ name, content: (await good(asked)) as unknown as Blob })
    },
  })
  const add = useMutation({
    mutationFn: (file: File) =>
      good(
        api.POST('/api/v1/tasks/{id}/files', {
          params: { path: { id: task.id }, query: { name: file.name } },
          headers: { 'content-type': 'application/octet-stream' },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as Blob,
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['tasks'] })
      message.success(t('added'))
    },
  })
  return (
    <>
      <h3>{t('files')}</h3>
      <ProblemAlert error={add.error ?? fetch.error} />
      {task.files.length === 0 && <p className="about">{t('filesNone')}</p>}
      <ul className="plain-list">
        {task.files.map((file) => (
          <li key={file.id}>
            <button type="button" className="link-button" onClick={() => fetch.mutate(file)}>
              {file.name}
            </button>
            <small>
              {file.added_by} · {atMinute(file.added_at)}
            </small>
          </li>
        ))}
      </ul>
      <input
        ref={field}
        id={id}
        className="hidden-file"
        type="file"
        hidden
        aria-label={t('addFile')}
        accept=".pdf,.png,.jpg,.jpeg,.ofd,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) add.mutate(file)
        }}
      />
      <ActionButton can={taskCan.work(me)} loading={add.isPending} onClick={() => field.current?.click()}>
        {t('addFile')}
      </ActionButton>
      <p>
        <small>{t('filesHelp')}</small>
      </p>
    </>
  )
}
