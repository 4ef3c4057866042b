import { Alert } from 'antd'
import { Link } from 'react-router'
import { api } from '@/shared/api/client'
import type { Job } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { download } from '@/shared/table/download'
import { save } from '@/shared/table/ExportButtons'
import { Badge } from '@/shared/ui/Badge'
import { TryButton } from '@/shared/ui/TryButton'
import { counted } from '@/shared/words/time'
import { isOver } from './follow'
import { jobKind, jobWords } from './words'

/** How far a job is. */
export function JobProgress({ job }: { job: Job }) {
  const w = jobWords.use()
  const known = job.total ? { max: job.total, value: job.done } : {}
  return (
    <div>
      <p>
        {jobKind(job.kind)} <Badge group="job" word={job.state} /> {job.cancelling && w('cancelling')}
      </p>
      {!isOver(job) && <progress className="progress" aria-label={w('progress')} {...known} />}
      {job.total !== null && job.total !== undefined && (
        <small>
          {counted(job.done)} / {counted(job.total)}
        </small>
      )}
    </div>
  )
}

interface Verdict {
  good: boolean
  count: string
  anchored: string
  findings: ({ kind: string } & Record<string, string>)[]
}

/** What came of a job that is over. Results of kinds this page does not know yet are shown as they are. */
export function JobResult({ job }: { job: Job }) {
  const w = jobWords.use()
  if (!isOver(job) || job.state === 'cancelled') return null
  const result: unknown = job.result
  if (job.state === 'failed') {
    const why = isRefusal(result) ? { description: named(result.detail) } : {}
    return <Alert type="error" showIcon title={w('failed', { id: job.id })} {...why} />
  }
  if (job.kind === 'audit-verification' && isVerdict(result)) return <VerdictAlert verdict={result} />
  if (job.kind === 'backup' && isBackup(result)) return <Alert type="success" showIcon title={w('file', { file: result.file })} />
  if (isRun(result)) {
    const to = `/runs/${result.run_id}`
    return <Alert type="success" showIcon title={w('run', { code: result.receipt_code.slice(0, 12) })} description={<Link to={to}>{w('runOpen')}</Link>} />
  }
  if (job.kind === 'portraits' && isPortraits(result)) return <PortraitsAlert id={job.id} count={result.portraits} />
  return result === null || result === undefined ? null : <pre className="code">{JSON.stringify(result, null, 2)}</pre>
}

function PortraitsAlert({ id, count }: { id: string; count: number }) {
  const w = jobWords.use()
  const fetch = async () => save(await download(api.GET('/api/v1/jobs/{id}/portraits', { params: { path: { id } }, parseAs: 'blob' })))
  return <Alert type="success" showIcon title={w('portraits', { count: counted(count) })} description={w('portraitsKept')} action={<TryButton run={fetch}>{w('fetch')}</TryButton>} />
}

function VerdictAlert({ verdict }: { verdict: Verdict }) {
  const w = jobWords.use()
  if (verdict.good) {
    return <Alert type="success" showIcon title={w('good', { count: counted(verdict.count), anchored: counted(verdict.anchored) })} />
  }
  const findings = verdict.findings.map((finding) => {
    const key = `finding.${finding.kind}`
    return jobWords.has(key) ? w(key, finding) : JSON.stringify(finding)
  })
  const list = (
    <ul className="plain-list">
      {findings.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return <Alert type="error" showIcon title={w('bad', { count: findings.length })} description={list} />
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'object' && value !== null && 'good' in value && 'findings' in value
}

function isRefusal(value: unknown): value is { detail: { zh: string; en: string } } {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && typeof value.detail === 'object' && value.detail !== null && 'zh' in value.detail
}

function isRun(value: unknown): value is { run_id: string; receipt_code: string } {
  return typeof value === 'object' && value !== null && 'run_id' in value && 'receipt_code' in value && typeof value.receipt_code === 'string'
}

function isBackup(value: unknown): value is { file: string } {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string'
}

function isPortraits(result: unknown): result is { portraits: number } {
  return typeof result === 'object' && result !== null && typeof (result as { portraits?: unknown }).portraits === 'number'
}
