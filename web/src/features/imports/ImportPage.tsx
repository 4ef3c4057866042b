import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { api, versioned } from '@/shared/api/client'
import type { Import } from '@/shared/api/types'
import { useFollowedJob, isOver } from '@/shared/jobs/follow'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { Columns } from './Columns'
import { titlesQuery } from './ForList'
import { isList } from './lists'
import { Preview } from './Preview'
import { Result } from './Result'
import { ImportSteps } from './Steps'
import { imports } from './words'
import { Working } from './Working'

/** One import: its header, what a check found, what came of it. It can be left and come back to at any time. */
export function ImportPage() {
  const t = imports.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const one = found.data?.data
  const titles = useQuery({ ...titlesQuery, enabled: isList(one?.kind) })
  const title = titles.data?.find(({ rung }) => rung === one?.source)?.label
  const source = one && (isList(one.kind) ? (title ?? one.source) : nameOf('source', one.source))
  const about = one && t('about1', { kind: t(`kind.${one.kind}`), source: source ?? '' })
  return (
    <Page title={one?.file_name ?? t('title')} about={about}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && one && (
        <>
          <ImportSteps at={stepOf(one)} failed={one.state === 'failed' || one.state === 'cancelled'} />
          <Stage key={one.state} one={one} etag={found.data.etag} />
        </>
      )}
    </Page>
  )
}

function stepOf({ state }: Import): 1 | 2 | 3 {
  if (state === 'uploaded') return 1
  return state === 'previewing' || state === 'previewed' ? 2 : 3
}

function Stage({ one, etag }: { one: Import; etag: string }) {
  switch (one.state) {
    case 'uploaded':
      return <Columns one={one} etag={etag} />
    case 'previewing':
    case 'running':
      return <Followed one={one} />
    case 'previewed':
      return <Preview one={one} etag={etag} />
    default:
      return <Result one={one} />
  }
}

/** While a job works on it; the import is read again when the job is over. */
function Followed({ one }: { one: Import }) {
  const client = useQueryClient()
  const { job, lost, at } = useFollowedJob(one.job_id ?? null)
  const over = job !== null && isOver(job)
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ['imports'] })
  }, [over, client])
  return <Working job={job} lost={lost} at={at} />
}

export { ImportPage as Component }
