import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { useDictionary } from '@/shared/dictionary/items'
import { publishedQuery } from '@/shared/points/published'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { TryButton } from '@/shared/ui/TryButton'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { policies } from './words'
import { trialWords } from './trialWords'

type Trial = components['schemas']['PolicyTrial']
type Result = NonNullable<Trial['result']>
type Group = Result['groups'][number]
type Mover = Result['movers'][number]

/** A policy being written, on the data of a published year. Nothing is kept. */
export function TrialPage() {
  const t = trialWords.use()
  const p = policies.use()
  const [address, setAddress] = useSearchParams()
  const published = useQuery(publishedQuery)
  const all = useQuery({
    queryKey: ['policies', 'names'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/policies', { params: { query: { all: true, limit: 200 } }, signal })),
  })
  const draft = address.get('draft')
  const code = address.get('policy') ?? all.data?.items[0]?.code
  const source = useQuery({
    queryKey: draft ? ['rule-drafts', 'text', draft] : ['policies', 'source', code],
    queryFn: async ({ signal }): Promise<string> => {
      if (draft) return (await good(api.GET('/api/v1/rule-drafts/{id}', { params: { path: { id: draft } }, signal }))).content
      return (await good(api.GET('/api/v1/policies/{id}', { params: { path: { id: code ?? '' } }, signal }))).source
    },
    enabled: draft !== null || code !== undefined,
  })
  const run = address.get('run') ?? published.data?.[0]?.run.id
  const scheme = published.data?.find((one) => one.run.id === run)?.batch.scheme ?? ''
  if (published.data?.length === 0) {
    return (
      <Page title={t('title')}>
        <Empty title={p('noRuns')} about={p('noRunsAbout')} />
      </Page>
    )
  }
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address)
    next.set(name, value)
    if (name === 'policy') next.delete('draft')
    setAddress(next)
  }
  return (
    <Page title={t('title')} about={t('about')} actions={<Link to={draft ? `/rule-drafts/${draft}` : '/entitlements'}>{draft ? t('backDraft') : p('backMatching')}</Link>}>
      <div className="card search">
        <label>
          <span>{t('from')}</span>
          <Choice
            aria-label={t('from')}
            value={draft ? '' : (code ?? '')}
            options={(all.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
            onChange={(value) => set('policy', value ?? '')}
            always
          />
        </label>
        <label>
          <span>{p('run')}</span>
          <Choice
            aria-label={p('run')}
            value={run ?? ''}
            options={(published.data ?? []).map(({ run: one, batch }) => ({ value: one.id, label: batch.title }))}
            onChange={(value) => set('run', value ?? '')}
            always
          />
        </label>
      </div>
      <ProblemAlert error={source.error ?? all.error ?? published.error} onRetry={() => void source.refetch()} />
      {source.isPending && <Loading />}
      {source.data && run && <Tried key={`${draft ?? code ?? ''} ${run}`} source={source.data} run={run} scheme={scheme} />}
    </Page>
  )
}

/** The text, and what came of it last. */
function Tried({ source, run, scheme }: { source: string; run: string; scheme: string }) {
  const t = trialWords.use()
  const [text, setText] = useState(source)
  const [found, setFound] = useState<Trial | null>(null)
  const attempt = async () => {
    setFound(await good(api.POST('/api/v1/runs/{id}/policy-trial', { params: { path: { id: run } }, body: { content: text } })))
  }
  return (
    <>
      <Section title={t('text')} about={t('textAbout')}>
        <textarea
          className="code-text policy-text"
          aria-label={t('text')}
          rows={24}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="actions">
          <TryButton type="primary" run={attempt}>
            {t('try')}
          </TryButton>
        </div>
      </Section>
      {found && (
        <div role="status" className="stack">
          <Problems problems={found.problems} sound={found.sound} />
          {found.why && <p>{found.why}</p>}
          {found.result && <Shown result={found.result} scheme={scheme} />}
        </div>
      )}
    </>
  )
}

function Problems({ problems, sound }: { problems: Trial['problems']; sound: boolean }) {
  const t = trialWords.use()
  if (problems.length === 0) return null
  return (
    <Section title={t(sound ? 'warnings' : 'mistakes')}>
      <ul>
        {problems.map((one) => (
          <li key={`${one.line} ${one.column} ${one.code}`}>
            {t('line', { line: one.line })} {one.message}
            {one.hint && <small>{one.hint}</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Shown({ result, scheme: path }: { result: Result; scheme: string }) {
  const scheme = useScheme(path)
  const t = trialWords.use()
  const p = policies.use()
  const dictionary = useDictionary()
  const { before, after } = result
  const money = (text: string | null | undefined) => (text ? t('yuan', { amount: grouped(text) }) : t('none'))
  const both = (was: string | number | null | undefined, now: string | number) => (was === undefined || was === null ? `${now}` : t('fromTo', { was, now }))
  const nameOfGroup = (one: Group) => {
    if (one.key === '') return t('unknown')
    if (one.by === 'stage') return codeName(scheme?.stages, one.key)
    return one.by === 'field' ? dictionary.value('tech_field', one.key) : one.key
  }
  const groups: Column<Group>[] = [
    { key: 'key', title: t('group'), render: nameOfGroup },
    { key: 'by', title: t('by'), render: (one) => t(`by.${one.by as 'stage'}`), still: true },
    { key: 'served', title: t('served'), render: (one) => one.served, number: true },
    { key: 'before', title: t('before'), render: (one) => grouped(one.before), number: true },
    { key: 'after', title: t('after'), render: (one) => grouped(one.after), number: true },
  ]
  const movers: Column<Mover>[] = [
    { key: 'name', title: p('enterprise'), render: (one) => one.name },
    { key: 'before', title: t('before'), render: (one) => grouped(one.before), number: true },
    { key: 'after', title: t('after'), render: (one) => grouped(one.after), number: true },
  ]
  return (
    <>
      <Section title={t('result')} about={result.note}>
        <Facts
          facts={[
            [p('on'), result.on],
            [nameOf('entitlement', 'entitled'), both(before?.entitled, after.entitled)],
            [nameOf('entitlement', 'officer-check'), both(before?.officer_check, after.officer_check)],
            [nameOf('entitlement', 'cannot-tell'), both(before?.cannot_tell, after.cannot_tell)],
            [nameOf('entitlement', 'not-entitled'), both(before?.not_entitled, after.not_entitled)],
            [t('claimed'), both(before && money(before.claimed), money(after.claimed))],
            [t('granted'), both(before && money(before.granted), money(after.granted))],
            [t('left'), both(before && money(before.left), money(after.left))],
            [t('gain'), t('counts', { gain: result.gain, lose: result.lose })],
            [t('others'), both(money(result.others_before), money(result.others_after))],
          ]}
        />
      </Section>
      <Section title={t('groups')}>
        <Rows<Group> label={t('groups')} columns={groups} rows={result.groups} rowKey={(one) => `${one.by} ${one.key}`} />
      </Section>
      {result.movers.length > 0 && (
        <Section title={t('movers')}>
          <Rows<Mover> label={t('movers')} columns={movers} rows={result.movers} rowKey={(one) => one.credit_code} />
        </Section>
      )}
    </>
  )
}

export { TrialPage as Component }
