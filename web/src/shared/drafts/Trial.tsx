import { useQuery } from '@tanstack/react-query'
import { useState, type ComponentType } from 'react'
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
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { TryButton } from '@/shared/ui/TryButton'
import { grouped } from '@/shared/words/values'
import { trialWords } from './trialWords'

type Kind = 'policy' | 'product'
type Group = components['schemas']['GroupOnTrial']
type Mover = components['schemas']['MoverOnTrial']

/** What came of a text. */
export interface Told<Result> {
  sound: boolean
  problems: readonly components['schemas']['ProblemOfText'][]
  result?: Result | null | undefined
  why?: string | null | undefined
}

/** What shows a result; `scheme` names its stages. */
export interface Shown<Result> {
  result: Result
  scheme: string
}

interface Props<Result> {
  kind: Kind
  /** Where one comes from. */
  from: string
  /** Everything one may begin with. */
  all: () => Promise<readonly { code: string; name: string }[]>
  /** The rule file of one of them. */
  source: (code: string) => Promise<string>
  attempt: (run: string, content: string) => Promise<Told<Result>>
  shown: ComponentType<Shown<Result>>
}

/** A policy or product being written, on the data of a published year. Nothing is kept. */
export function Trial<Result>({ kind, from, all, source, attempt, shown }: Props<Result>) {
  const t = trialWords.use()
  const [address, setAddress] = useSearchParams()
  const published = useQuery(publishedQuery)
  const named = useQuery({ queryKey: ['trial', kind, 'names'], queryFn: all })
  const draft = address.get('draft')
  const code = address.get(kind) ?? named.data?.[0]?.code
  const text = useQuery({
    queryKey: draft ? ['rule-drafts', 'text', draft] : ['trial', kind, 'source', code],
    queryFn: async ({ signal }): Promise<string> => {
      if (draft) return (await good(api.GET('/api/v1/rule-drafts/{id}', { params: { path: { id: draft } }, signal }))).content
      return source(code ?? '')
    },
    enabled: draft !== null || code !== undefined,
  })
  const run = address.get('run') ?? published.data?.[0]?.run.id
  const scheme = published.data?.find((one) => one.run.id === run)?.batch.scheme ?? ''
  if (published.data?.length === 0) {
    return (
      <Page title={t(`title.${kind}`)}>
        <Empty title={t('noRuns')} about={t('noRunsAbout')} />
      </Page>
    )
  }
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address)
    next.set(name, value)
    if (name === kind) next.delete('draft')
    setAddress(next)
  }
  const back = draft ? <Link to={`/rule-drafts/${draft}`}>{t('backDraft')}</Link> : <Link to={from}>{t(`back.${kind}`)}</Link>
  return (
    <Page title={t(`title.${kind}`)} about={t(`about.${kind}`)} actions={back}>
      <div className="card search">
        <label>
          <span>{t('from')}</span>
          <Choice aria-label={t('from')} value={draft ? '' : (code ?? '')} options={(named.data ?? []).map((one) => ({ value: one.code, label: one.name }))} onChange={(value) => set(kind, value ?? '')} always />
        </label>
        <label>
          <span>{t('run')}</span>
          <Choice aria-label={t('run')} value={run ?? ''} options={(published.data ?? []).map(({ run: one, batch }) => ({ value: one.id, label: batch.title }))} onChange={(value) => set('run', value ?? '')} always />
        </label>
      </div>
      <ProblemAlert error={text.error ?? named.error ?? published.error} onRetry={() => void text.refetch()} />
      {text.isPending && <Loading />}
      {text.data && run && <Tried key={`${draft ?? code ?? ''} ${run}`} kind={kind} source={text.data} attempt={(content) => attempt(run, content)} scheme={scheme} shown={shown} />}
    </Page>
  )
}

interface TriedProps<Result> {
  kind: Kind
  source: string
  attempt: (content: string) => Promise<Told<Result>>
  scheme: string
  shown: ComponentType<Shown<Result>>
}

/** The text, and what came of it last. */
function Tried<Result>({ kind, source, attempt, scheme, shown: Result }: TriedProps<Result>) {
  const t = trialWords.use()
  const [text, setText] = useState(source)
  const [found, setFound] = useState<Told<Result> | null>(null)
  return (
    <>
      <Section title={t(`text.${kind}`)} about={t(kind === 'policy' ? 'textAbout' : 'textAbout.product')}>
        <textarea className="code-text policy-text" aria-label={t(`text.${kind}`)} rows={24} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
        <div className="actions">
          <TryButton type="primary" run={async () => setFound(await attempt(text))}>
            {t('try')}
          </TryButton>
        </div>
      </Section>
      {found && (
        <div role="status" className="stack">
          <Wrong problems={found.problems} sound={found.sound} />
          {found.why && <p>{found.why}</p>}
          {found.result && <Result result={found.result} scheme={scheme} />}
        </div>
      )}
    </>
  )
}

function Wrong({ problems, sound }: Pick<Told<unknown>, 'problems' | 'sound'>) {
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

interface ChangesProps {
  kind: Kind
  scheme: string
  groups: readonly Group[]
  movers: readonly Mover[]
}

/** By group, and who gains or loses most. */
export function Changes({ kind, scheme: path, groups: found, movers: named }: ChangesProps) {
  const scheme = useScheme(path)
  const t = trialWords.use()
  const dictionary = useDictionary()
  const nameOfGroup = (one: Group) => {
    if (one.key === '') return t('unknown')
    if (one.by === 'stage') return codeName(scheme?.stages, one.key)
    if (one.by === 'field') return dictionary.value('tech_field', one.key)
    return one.by === 'size' ? dictionary.value('size_class', one.key) : one.key
  }
  const groups: Column<Group>[] = [
    { key: 'key', title: t('group'), render: nameOfGroup },
    { key: 'by', title: t('by'), render: (one) => t(`by.${one.by as 'stage'}`), still: true },
    { key: 'served', title: t(`served.${kind}`), render: (one) => one.served, number: true },
    { key: 'before', title: t('before'), render: (one) => grouped(one.before), number: true },
    { key: 'after', title: t('after'), render: (one) => grouped(one.after), number: true },
  ]
  const movers: Column<Mover>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'before', title: t('before'), render: (one) => grouped(one.before), number: true },
    { key: 'after', title: t('after'), render: (one) => grouped(one.after), number: true },
  ]
  return (
    <>
      <Section title={t('groups')}>
        <Rows<Group> label={t('groups')} columns={groups} rows={found} rowKey={(one) => `${one.by} ${one.key}`} />
      </Section>
      {named.length > 0 && (
        <Section title={t('movers')}>
          <Rows<Mover> label={t('movers')} columns={movers} rows={named} rowKey={(one) => one.credit_code} />
        </Section>
      )}
    </>
  )
}
