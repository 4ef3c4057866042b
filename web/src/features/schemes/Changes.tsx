import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import { schemesQuery } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import type { Change } from './types'
import { schemes } from './words'

/** The scheme that another one is compared with. */
export function useCompared(first?: string | null): [string | undefined, (path: string | undefined) => void] {
  const [chosen, choose] = useState<string | undefined>(undefined)
  return [chosen ?? undefined, (path) => choose(path === first ? undefined : path)]
}

interface Props {
  /** The scheme's own path, which it is not compared with. */
  than: string
  from: string | undefined
  onChoose: (path: string | undefined) => void
  asked: UseQueryResult<Change[]>
}

/** What differs from another scheme, in words. */
export function Compared({ than, from, onChoose, asked }: Props) {
  const t = schemes.use()
  const id = useId()
  const all = useQuery(schemesQuery)
  const options = (all.data ?? []).filter(({ path }) => path !== than).map((one) => ({ value: one.path, label: `${named(one.name)} · ${one.version}` }))
  const columns: Column<Change>[] = [
    { key: 'what', title: t('what'), render: ({ what }) => named(what) },
    { key: 'kind', title: t('kind'), render: ({ kind }) => t(`change.${kind}` as 'change.added'), still: true },
    { key: 'before', title: t('before'), render: ({ before }) => (before ? named(before) : '—') },
    { key: 'after', title: t('after'), render: ({ after }) => (after ? named(after) : '—') },
  ]
  return (
    <>
      <div className="questions">
        <div className="field-inline">
          <label htmlFor={id}>{t('compareWith')}</label>
          <Choice id={id} value={from} onChange={onChoose} options={options} />
        </div>
      </div>
      <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />
      {asked.isFetching && <Loading />}
      {!from && <p className="about">{t('changesPick')}</p>}
      {asked.data?.length === 0 && <p className="about">{t('changesNone')}</p>}
      {asked.data && asked.data.length > 0 && <Rows label={t('changes')} columns={columns} rows={asked.data} rowKey={({ what, kind }) => `${kind} ${what.zh}`} />}
    </>
  )
}
