import { Loading } from '@/shared/ui/Loading'
import { useFollowedJob } from './follow'
import { JobProgress, JobResult } from './JobResult'
import { jobWords } from './words'

/** A job as it goes on, and what came of it. */
export function FollowedJob({ id }: { id: string }) {
  const w = jobWords.use()
  const { job, lost } = useFollowedJob(id)
  if (!job) return lost ? <p role="status">{w('lost')}</p> : <Loading />
  return (
    <div className="stack" role="status">
      <JobProgress job={job} />
      {lost && <p>{w('lost')}</p>}
      <JobResult job={job} />
    </div>
  )
}
