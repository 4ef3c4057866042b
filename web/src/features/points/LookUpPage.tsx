import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { save } from '@/shared/table/ExportButtons'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { codesIn, MOST } from './codes'
import { usePointsColumns } from './columns'
import { csvOf } from './csv'
import { publishedQuery } from '@/shared/points/published'
import { points } from './words'

type LookedUp = components['schemas']['LookedUp']
type Missing = LookedUp['not_found'][number]

/** The points of a pasted list of credit codes. */
export function LookUpPage() {
  const t = points.use()
  const found = useQuery(publishedQuery)
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [year, codes] = [useId(), useId()]
  const chosen = found.data?.find(({ run }) => run.id === address.get('run')) ?? found.data?.[0]
  const known = codesIn(text)
  const looking = useMutation({
    mutationFn: (run: string) => good(api.POST('/api/v1/runs/{id}/points/lookup', { params: { path: { id: run } }, body: { codes: known } })),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const wrong = known.length === 0 ? t('codesNone') : known.length > MOST ? t('codesMany') : null
    setProblem(wrong)
    if (!wrong && chosen) looking.mutate(chosen.run.id)
  }
  return (
    <Page title={t('lookUpTitle')} about={t('lookUpAbout')} actions={<Link className="action-link" to="/points">{t('back')}</Link>}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && !chosen && <Empty title={t('none')} about={t('noneAbout')} />}
      {chosen && found.data && (
        <form className="card stack" onSubmit={send}>
          <div className="batch-choice">
            <label htmlFor={year}>{t('run')}</label>
            <Choice
              id={year}
              always
              value={chosen.run.id}
              onChange={(run) => setAddress(run ? { run } : {})}
              options={found.data.map(({ run, batch }) => ({ value: run.id, label: batch.title }))}
            />
          </div>
          <div>
            <label className="label" htmlFor={codes}>
              {t('codes')}
            </label>
            <Input.TextArea
              id={codes}
              rows={6}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setProblem(null)
              }}
              aria-invalid={problem !== null}
              aria-describedby={`${codes}-note`}
              spellCheck={false}
            />
            <small id={`${codes}-note`} role="status" className={problem ? 'bad-text' : undefined}>
              {problem ?? (known.length > 0 ? t('codesCount', { count: known.length }) : '')}
            </small>
          </div>
          <div>
            <Button type="primary" htmlType="submit" loading={looking.isPending}>
              {t('lookUpGo')}
            </Button>
          </div>
        </form>
      )}
      <ProblemAlert error={looking.error} onRetry={() => chosen && looking.mutate(chosen.run.id)} />
      {looking.data && <Found answer={looking.data} />}
    </Page>
  )
}

function Found({ answer }: { answer: LookedUp }) {
  const t = points.use()
  const columns = usePointsColumns().filter(({ key }) => key !== 'size' && key !== 'flags')
  const keep = () => save({ name: `${t('savedAs')}.csv`, content: csvOf(answer) })
  return (
    <>
      <Section title={t('found', { count: answer.found.length })} actions={answer.found.length > 0 && <Button onClick={keep}>{t('saveFound')}</Button>}>
        {answer.found.length > 0 && (
          <Rows label={t('found', { count: answer.found.length })} columns={columns} rows={answer.found} rowKey={(one) => one.credit_code} />
        )}
      </Section>
      {answer.not_found.length > 0 && (
        <Section title={t('notFound', { count: answer.not_found.length })}>
          <Rows<Missing>
            label={t('notFound', { count: answer.not_found.length })}
            rows={answer.not_found}
            rowKey={(one) => one.code}
            columns={[
              { key: 'code', title: t('credit'), render: (one) => <code>{one.code}</code> },
              { key: 'why', title: t('why'), render: (one) => t(`why.${one.why}`) },
            ]}
          />
        </Section>
      )}
    </>
  )
}

export { LookUpPage as Component }
