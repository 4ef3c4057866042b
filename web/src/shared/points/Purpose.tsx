import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Refused } from '@/shared/api/problem'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { words } from '@/shared/words/words'

const own = words('purpose', {
  title: '查看用途',
  about: '您不属于该企业所在的高新区。查看指标得分须说明用途，并写入审计日志。',
  purpose: '用途',
  go: '查看',
}, {
  title: 'What for',
  about: 'You are not of the enterprise’s zone. Say what you read its points for; it is written into the audit log.',
  purpose: 'Purpose',
  go: 'Read on',
})

const KEY = ['purpose']

/** What a person said they read points for; it holds until they sign out or leave the console. */
export function usePurpose(): [string, (purpose: string) => void] {
  const client = useQueryClient()
  const { data } = useQuery<string>({ queryKey: KEY, queryFn: () => '', enabled: false, initialData: '', staleTime: Infinity, gcTime: Infinity })
  return [data, (purpose) => client.setQueryData(KEY, purpose)]
}

/** Whether the server wants to know what somebody reads this for (crates/server/src/enterprises/values.rs: answer_for). */
function wantsPurpose(error: unknown): boolean {
  return error instanceof Refused && (error.problem.errors ?? []).some(({ pointer }) => pointer === '?purpose' || pointer === '/purpose')
}

/** What went wrong; where only the purpose is lacking, a form that asks for it. */
export function PurposeOrProblem({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const t = own.use()
  const [, say] = usePurpose()
  if (!wantsPurpose(error)) return <ProblemAlert error={error} onRetry={onRetry} />
  return (
    <Section title={t('title')} about={t('about')}>
      <ServerForm<{ purpose: string }> label={t('title')} submit={t('go')} onSubmit={async ({ purpose }) => say(purpose.trim())}>
        <Field name="purpose" label={t('purpose')} required>
          <Input maxLength={100} />
        </Field>
      </ServerForm>
    </Section>
  )
}
