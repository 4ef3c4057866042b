import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, type FormEvent } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { may, useMe } from '@/shared/me/me'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Note } from './Badges'
import { Groups } from './Groups'
import { Rungs } from './Rungs'
import { Years } from './Years'
import { runsQuery, type Known } from './runs'
import type { Library } from './verdict'
import { library } from './words'

/** The library of a run: rungs with numbers, groups, years. What is looked at stands in the address. */
export function LibraryPage() {
  const t = library.use()
  const runs = useQuery(runsQuery(may(useMe(), 'run:list')))
  const [address, setAddress] = useSearchParams()
  const run = runs.data?.find((one) => one.id === address.get('run')) ?? runs.data?.[0]
  const on = address.get('on') ?? ''
  const review = address.get('review') === 'true'
  return (
    <Page title={t('title')} about={t('about')} actions={<Link to="/library/titles">{t('titles')}</Link>}>
      {runs.isPending && <Loading />}
      <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
      {runs.data?.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {run && runs.data && (
        <>
          <Choose
            key={`${run.id}${on}${review}`}
            runs={runs.data}
            chosen={{ run: run.id, on, review }}
            onChoose={(chosen) => setAddress(chosen)}
          />
          <Shown run={run} on={on} review={review} />
        </>
      )}
    </Page>
  )
}

interface Chosen {
  run: string
  on: string
  review: boolean
}

function Choose({ runs, chosen, onChoose }: { runs: Known[]; chosen: Chosen; onChoose: (chosen: Record<string, string>) => void }) {
  const t = library.use()
  const [data, day, occasion] = [useId(), useId(), useId()]
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    onChoose({ run: text('run'), ...(text('on') && { on: text('on') }), ...(text('review') === 'true' && { review: 'true' }) })
  }
  const state = (word: string) => (library.has(word) ? t(word) : word)
  return (
    <div className="card">
      <form className="search" onSubmit={send}>
        <div>
          <label className="label" htmlFor={data}>
            {t('data')}
          </label>
          <select id={data} name="run" className="choice" defaultValue={chosen.run}>
            {runs.map((run) => (
              <option key={run.id} value={run.id}>
                {run.title}（{state(run.state)}）
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="label" htmlFor={day}>
            {t('on')}
          </label>
          <Input id={day} name="on" type="date" defaultValue={chosen.on} title={t('onHelp')} />
        </div>
        <div>
          <label className="label" htmlFor={occasion}>
            {t('occasion')}
          </label>
          <select id={occasion} name="review" className="choice" defaultValue={String(chosen.review)}>
            <option value="false">{t('recognition')}</option>
            <option value="true">{t('review')}</option>
          </select>
        </div>
        <div className="search-end">
          <Button type="primary" htmlType="submit">
            {t('show')}
          </Button>
        </div>
      </form>
    </div>
  )
}

function Shown({ run, on, review }: { run: Known; on: string; review: boolean }) {
  const t = library.use()
  const query = { ...(on && { on }), ...(review && { review }) }
  const found = useQuery({
    queryKey: ['library', run.id, on, review],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/library', { params: { path: { id: run.id }, query }, signal })),
  })
  if (found.isPending) return <Loading />
  if (!found.data) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  const shown = found.data
  return (
    <>
      <Note text={shown.note} />
      <Section title={t('ladders')} about={left(shown, t)}>
        <Rungs library={shown} />
        <p className="about">
          <span title={t('codeHelp')}>{t('code')}</span> <code className="code-line">{shown.code}</code>
        </p>
      </Section>
      {shown.conversions.length > 0 && (
        <Section title={t('conversions')}>
          <ul className="plain-list">
            {shown.conversions.map(({ below, above, recognised, both, ready }) => (
              <li key={`${below}${above}`}>
                {t('conversion', { below: nameOf(shown, below), above: nameOf(shown, above), recognised, both, ready })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Groups run={run.id} query={query} library={shown} />
      <Years run={run.id} />
    </>
  )
}

function left({ not_in_force, on }: Library, t: ReturnType<typeof library.use>): string | undefined {
  if (not_in_force.length === 0) return undefined
  return t('notInForce', { on, names: not_in_force.map((one) => one.name).join('、') })
}

function nameOf(shown: Library, rung: string): string {
  return shown.rungs.find((one) => one.rung === rung)?.name ?? rung
}

export { LibraryPage as Component }
