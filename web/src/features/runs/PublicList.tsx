import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { api, versioned } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { may, unless, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { publicWords } from './publicWords'

/** How the results of a year are shown to everybody, and the way to change it. */
export function PublicList({ batch }: { batch: Batch }) {
  const t = publicWords.use()
  const c = common.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [changing, setChanging] = useState(false)
  const queryKey = ['batches', 'public-list', batch.id]
  const path = { id: batch.id }
  const found = useQuery({ queryKey, queryFn: ({ signal }) => versioned(api.GET('/api/v1/batches/{id}/public-list', { params: { path }, signal })) })
  const now = found.data?.data
  const save = async ({ shown, most, points }: Record<string, string>) => {
    const body = { shown: shown === 'yes', shows_points: points === 'yes', most: most?.trim() ? Number(most) : null }
    await versioned(api.PUT('/api/v1/batches/{id}/public-list', { params: { path, header: { 'If-Match': found.data?.etag ?? '' } }, body }))
    await client.invalidateQueries({ queryKey })
    message.success(t('saved'))
  }
  const yesNo = [
    { value: 'yes', label: c('yes') },
    { value: 'no', label: c('no') },
  ]
  const can = unless(may(me, 'public-list:show') ? null : c('notAllowed'))
  return (
    <Section
      title={t('title')}
      about={t('about')}
      actions={
        <ActionButton can={can} onClick={() => setChanging(true)}>
          {t('change')}
        </ActionButton>
      }
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {now && (
        <Facts
          facts={[
            [t('state'), now.shown ? <a key="state" href={now.address}>{t('shown')}</a> : t('notShown')],
            [t('named'), t('namedOf', { named: counted(now.named), ranked: counted(now.ranked) })],
            ...(now.shown ? ([[t('most'), now.most ? t('first', { most: now.most }) : t('all')], [t('points'), now.shows_points ? c('yes') : c('no')]] as [string, string][]) : []),
          ]}
        />
      )}
      {changing && now && (
        <ConfirmDialog
          title={t('change')}
          submit={c('save')}
          initialValues={{ shown: now.shown ? 'yes' : 'no', most: now.most ? String(now.most) : '', points: now.shows_points ? 'yes' : 'no' }}
          onSubmit={save}
          onClose={() => setChanging(false)}
          fields={
            <>
              <Field name="shown" label={t('show')} required>
                <Choice always options={yesNo} />
              </Field>
              <Field name="most" label={t('most')} extra={t('mostHelp')}>
                <Input inputMode="numeric" maxLength={5} autoComplete="off" />
              </Field>
              <Field name="points" label={t('points')} required>
                <Choice always options={yesNo} />
              </Field>
            </>
          }
        >
          <p>{t('changeAbout')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
