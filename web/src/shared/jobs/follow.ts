import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Job } from '@/shared/api/types'

/** Whether nothing will happen to a job any more. */
export function isOver(job: Pick<Job, 'state'>): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
}

/**
 * Follows a job by the server's stream of events until it is over. The browser connects again by itself when the
 * connection is lost, and is then told the present state first. `at` is when it was heard.
 */
export function useFollowedJob(id: string | null): { job: Job | null; lost: boolean; at: number } {
  const client = useQueryClient()
  const [heard, setHeard] = useState<{ id: string; job: Job | null; lost: boolean; at: number } | null>(null)
  useEffect(() => {
    if (id === null) return
    const stream = new EventSource(`/api/v1/jobs/${id}/events`)
    stream.addEventListener('job', (event) => {
      const now = JSON.parse(event.data as string) as Job
      setHeard({ id, job: now, lost: false, at: Date.now() })
      if (!isOver(now)) return
      stream.close()
      void client.invalidateQueries({ queryKey: ['jobs'] })
    })
    stream.addEventListener('error', () => setHeard((known) => ({ id, job: known?.id === id ? known.job : null, lost: true, at: known?.at ?? 0 })))
    return () => stream.close()
  }, [id, client])
  // What was heard of another job is not this one's news.
  return heard && heard.id === id ? heard : { job: null, lost: false, at: 0 }
}
