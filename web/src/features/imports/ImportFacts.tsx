import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { Import } from '@/shared/api/types'
import { batchesQuery } from '@/shared/batches/batches'
import { useDictionary } from '@/shared/dictionary/items'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { sized } from '@/shared/files/sized'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { importCan } from './can'
import { titlesQuery } from './ForList'
import { isList, itemName } from './lists'
import { usualOf } from './read'
import { listWords } from './listWords'
import { imports } from './words'

/** What was sent, by whom, for what; what happens to bad rows can be changed until it is imported. */
export function ImportFacts({ one, etag }: { one: Import; etag?: string }) {
  const t = imports.use()
  const l = listWords.use()
  const me = useMe()
  const [changing, setChanging] = useState(false)
  const batches = useQuery({ ...batchesQuery, enabled: may(me, 'batch:list') && one.kind === 'values' })
  const titles = useQuery({ ...titlesQuery, enabled: isList(one.kind) && may(me, 'library:list') })
  const dictionary = useDictionary()
  const batch = batches.data?.items.find(({ id }) => id === one.batch_id)
  const mode = (
    <>
      {t(`mode.${one.mode}`)}
      {etag !== undefined && (
        <>
          {' '}
          <ActionButton size="small" can={importCan.change(me, one)} onClick={() => setChanging(true)}>
            {t('changeMode')}
          </ActionButton>
        </>
      )}
    </>
  )
  return (
    <Section title={t('facts')}>
      <Facts
        facts={[
          [t('kind'), t(`kind.${one.kind}`)],
          ...(one.kind === 'values'
            ? ([
                [t('batch'), batch?.title],
                [t('source'), nameOf('source', one.source)],
                [t('period'), one.period],
              ] as [string, React.ReactNode][])
            : []),
          ...(isList(one.kind)
            ? ([
                [l('rung'), titles.data?.find(({ rung }) => rung === one.source)?.label ?? one.source],
                ...(one.period ? [[l('reportYear'), one.period]] : []),
                ...usualOf(one).map(([item, text]) => [itemName(item, dictionary), text]),
              ] as [string, React.ReactNode][])
            : []),
          [t('mode'), mode],
          [t('size'), sized(one.file_size)],
          [t('by'), one.created_by_name],
          [t('at'), atMinute(one.created_at)],
        ]}
      />
      {changing && etag !== undefined && <ChangeMode one={one} etag={etag} onClose={() => setChanging(false)} />}
    </Section>
  )
}

function ChangeMode({ one, etag, onClose }: { one: Import; etag: string; onClose: () => void }) {
  const t = imports.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const other = one.mode === 'all' ? 'good' : 'all'
  const change = async () => {
    await good(api.PATCH('/api/v1/imports/{id}', { params: { path: { id: one.id }, header: { 'If-Match': etag } }, body: { headings: {}, mode: other } }))
    await client.invalidateQueries({ queryKey: ['imports'] })
    message.success(t('modeChanged'))
  }
  return (
    <ConfirmDialog title={t(`mode.${other}`)} submit={t('changeMode')} onSubmit={change} onClose={onClose}>
      <p>{t(`modeAbout.${other}`)}</p>
      <p>{t('changeModeAbout')}</p>
    </ConfirmDialog>
  )
}
