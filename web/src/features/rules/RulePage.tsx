import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import { Leaving } from '@/shared/drafts/Leaving'
import { Problems } from '@/shared/drafts/Problems'
import { TextView } from '@/shared/drafts/TextView'
import { writing as writingWords } from '@/shared/drafts/words'
import { useWriting, type Writing } from '@/shared/drafts/writing'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Prose } from '@/shared/ui/Prose'
import { nameOf } from '@/shared/words/common'
import { draftQuery, type Judged, type Whole } from './asked'
import { rulesCan } from './can'
import { FormView } from './FormView'
import { around, differences } from './lines'
import { Moves } from './Moves'
import { rules } from './words'

const VIEWS = ['form', 'text', 'shown', 'changes'] as const
type View = (typeof VIEWS)[number]

/** So many lines stay around what differs. */
const NEAR = 3

/** A policy or product of the zone or the bank: written, read, compared, tried, moved on. */
export function RulePage() {
  const t = rules.use()
  const { id = '' } = useParams()
  const found = useQuery(draftQuery(id))
  if (found.data) return <Drafting key={id} whole={found.data.data} etag={found.data.etag} />
  return (
    <Page title={t('title')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
    </Page>
  )
}

function useRuleWriting(whole: Whole, etag: string, readOnly: boolean) {
  const client = useQueryClient()
  return useWriting<Judged>({
    saved: whole,
    key: ['rule-drafts', 'check', whole.id],
    readOnly,
    check: (content, signal) => good(api.POST('/api/v1/rule-drafts/{id}/check', { params: { path: { id: whole.id } }, body: { content }, signal })),
    save: async (content) => {
      const params = { path: { id: whole.id }, header: { 'If-Match': etag } }
      const now = await versioned(api.PUT('/api/v1/rule-drafts/{id}', { params, body: { content } }))
      client.setQueryData(draftQuery(whole.id).queryKey, now)
      await client.invalidateQueries({ queryKey: ['rule-drafts', 'all'] })
    },
  })
}

function Drafting({ whole, etag }: { whole: Whole; etag: string }) {
  const t = rules.use()
  const w = writingWords.use()
  const me = useMe()
  const readOnly = !rulesCan.write(me, whole).yes
  const { writing, save, busy, failure, checking } = useRuleWriting(whole, etag, readOnly)
  const [address, setAddress] = useSearchParams()
  const asked = address.get('view')
  // A scorecard is written as text; policies and products have a form as well.
  const views = whole.kind === 'scorecard' ? VIEWS.filter((one) => one !== 'form') : VIEWS
  const view: View = views.find((one) => one === asked) ?? (readOnly ? 'shown' : (views[0] ?? 'text'))
  const [line, setLine] = useState<number | null>(null)
  const toLine = (wanted: number) => {
    setLine(wanted)
    setAddress({ view: 'text' }, { replace: true })
  }
  const actions = (
    <>
      <Link className="action-link" to="/rule-drafts">
        {t('back')}
      </Link>
      <a className="action-link" href={`data:application/yaml;charset=utf-8,${encodeURIComponent(writing.text)}`} download={`${whole.code ?? whole.kind}-${whole.rules_version ?? ''}.yaml`}>
        {t('download')}
      </a>
      {whole.kind !== 'scorecard' && may(me, whole.kind === 'policy' ? 'policy:try' : 'product:try') && (
        <Link className="action-link" to={`${whole.kind === 'policy' ? '/entitlements' : '/offers'}/trial?draft=${whole.id}`}>
          {t('trial')}
        </Link>
      )}
      {!readOnly && (
        <ActionButton type="primary" loading={busy} can={writing.saved ? { yes: false, why: w('allSaved') } : { yes: true }} onClick={() => void save()}>
          {w('save')}
        </ActionButton>
      )}
      <Moves draft={whole} etag={etag} sound={writing.judged.sound} saved={writing.saved} />
    </>
  )
  return (
    <Page title={whole.name ?? t('unnamed')} about={<Standing whole={whole} saved={writing.saved} readOnly={readOnly} />} actions={actions}>
      <Leaving asks={!writing.saved} />
      <ProblemAlert error={failure} />
      {whole.state === 'draft' && whole.reason && <Alert type="warning" showIcon title={t('sentBackBecause', { reason: whole.reason })} />}
      {writing.judged.hindrances.length > 0 && <Alert type="warning" showIcon title={`${t('hindrances')}${writing.judged.hindrances.join('；')}`} />}
      {whole.state !== 'published' && <Problems judged={withoutMistakes(writing.judged)} checking={checking && !readOnly} file={whole.file} onLine={toLine} />}
      <div className="card">
        <nav className="tabs" aria-label={t('views')}>
          {views.map((one) => (
            <Link key={one} to={`?view=${one}`} replace aria-current={view === one ? 'page' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
        </nav>
        <Inside view={view} whole={whole} writing={writing} line={line} />
      </div>
    </Page>
  )
}

/** Whether the text itself is right: what stands in its way beside that is told apart. */
function withoutMistakes({ problems }: Judged) {
  return { problems, sound: problems.every(({ severity }) => severity !== 'error') }
}

function Standing({ whole, saved, readOnly }: { whole: Whole; saved: boolean; readOnly: boolean }) {
  const t = rules.use()
  const w = writingWords.use()
  const over = whole.state === 'published' || whole.state === 'withdrawn'
  return (
    <>
      <Badge group="scheme" word={whole.state} /> {t(`kind.${whole.kind as 'policy'}`)} · {whole.code} · {whole.rules_version} · {whole.owner_name} · {whole.author_name}{' '}
      {!whole.ours && t('notOurs', { owner: whole.owner_name })}
      {whole.ours && readOnly && over && t('readOnly', { state: nameOf('scheme', whole.state) })}
      {!readOnly && <span role="status">{saved ? w('allSaved') : w('unsaved')}</span>}
    </>
  )
}

function Inside({ view, whole, writing, line }: { view: View; whole: Whole; writing: Writing<Judged>; line: number | null }): ReactNode {
  const t = rules.use()
  switch (view) {
    case 'form':
      return <FormView kind={whole.kind} writing={writing} />
    case 'text':
      return <TextView writing={writing} line={line} about={t('textAbout')} label={t('textLabel')} />
    case 'shown':
      return writing.judged.text ? <Prose text={writing.judged.text} /> : <p className="about">{t('notSound')}</p>
    case 'changes':
      return <Changes before={whole.before ?? null} after={writing.text} />
  }
}

const MARK = { before: '-', after: '+', both: ' ' } as const

function Changes({ before, after }: { before: string | null; after: string }) {
  const t = rules.use()
  if (before === null) return <p className="about">{t('changesNew')}</p>
  const lines = around(differences(before, after), NEAR)
  if (lines.every((one) => one === null)) return <p className="about">{t('changesNone')}</p>
  return (
    <>
      <p className="about">{t('changesAbout')}</p>
      <pre className="code text-changes">
        {lines.map((one, at) => (
          // The lines are their places.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={one ? `line-${one.side}` : 'line-gap'}>
            {one && one.side !== 'both' && <span className="for-readers">{t(one.side)} </span>}
            {one ? `${MARK[one.side]} ${one.text}` : '…'}
          </div>
        ))}
      </pre>
    </>
  )
}

export { RulePage as Component }
