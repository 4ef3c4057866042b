import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Refused, Unreachable } from '@/shared/api/problem'
import { common } from '@/shared/words/common'
import { uiWords } from './words'

interface Props {
  error: unknown
  onRetry?: () => void
  /** Problems of fields that are not shown at a field. */
  leftover?: readonly string[]
}

/** What went wrong, in the reader's language, with what can be done about it. */
export function ProblemAlert({ error, onRetry, leftover = [] }: Props) {
  const c = common.use()
  const u = uiWords.use()
  if (!error) return null
  const { title, lines } = told(error, u)
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {[...lines, ...leftover].map((line) => (
            <div key={line}>{line}</div>
          ))}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{c('retry')}</Button>}
    />
  )
}

function told(error: unknown, u: ReturnType<typeof uiWords.use>): { title: ReactNode; lines: string[] } {
  if (error instanceof Refused) {
    const { problem, retryAfter } = error
    const lines = problem.detail ? [problem.detail] : []
    // What is wrong in the address stands at no field of a form.
    for (const { pointer, detail } of problem.errors ?? []) if (pointer.startsWith('?')) lines.push(detail)
    if (retryAfter) lines.push(u('wait', { seconds: retryAfter }))
    if (problem.status >= 500) lines.push(u('number', { number: problem.instance }))
    return { title: problem.title, lines }
  }
  if (error instanceof Unreachable) return { title: u('unreachable'), lines: [u('unreachableHelp')] }
  return { title: u('unexpected'), lines: [u('unexpectedHelp')] }
}
