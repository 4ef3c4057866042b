import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import { Leaving } from '@/shared/drafts/Leaving'
import { Problems } from '@/shared/drafts/Problems'
import { TextView } from '@/shared/drafts/TextView'
import { useWriting, type Writing as SharedWriting } from '@/shared/drafts/writing'
import { writing as writingWords } from '@/shared/drafts/words'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { draftQuery } from './asked'
import { schemeCan } from './can'
import { Compared, useCompared } from './Changes'
import { CommentsView } from './CommentsView'
import { drafting } from './draftWords'
import { FormView } from './FormView'
import { Moves } from './Moves'
import { ShownScheme } from './ShownScheme'
import { TrialView } from './TrialView'
import type { Judged, Whole } from './types'
import { WeightsView } from './WeightsView'
import { schemes } from './words'

const VIEWS = ['form', 'text', 'shown', 'trial', 'weights', 'changes', 'comments'] as const
type View = (typeof VIEWS)[number]

/** A scheme of the zone: written by form or as text, tried, weighed, compared, talked about, moved on. */
export function DraftPage() {
  const t = schemes.use()
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

export type Writing = SharedWriting<Judged>

function useSchemeWriting(whole: Whole, etag: string, readOnly: boolean) {
  const client = useQueryClient()
  return useWriting<Judged>({
    saved: whole,
    key: ['schemes', 'check', whole.id],
    readOnly,
    check: (content, signal) => good(api.POST('/api/v1/scheme-drafts/{id}/check', { params: { path: { id: whole.id } }, body: { content }, signal })),
    save: async (content) => {
      const params = { path: { id: whole.id }, header: { 'If-Match': etag } }
      const now = await versioned(api.PUT('/api/v1/scheme-drafts/{id}', { params, body: { content } }))
      client.setQueryData(draftQuery(whole.id).queryKey, now)
      await client.invalidateQueries({ queryKey: ['schemes', 'drafts'] })
      await client.invalidateQueries({ queryKey: ['schemes', 'trial', whole.id] })
    },
  })
}

function Drafting({ whole, etag }: { whole: Whole; etag: string }) {
  const t = drafting.use()
  const w = writingWords.use()
  const s = schemes.use()
  const me = useMe()
  const readOnly = !schemeCan.write(me, whole).yes
  const { writing, save, busy, failure, checking } = useSchemeWriting(whole, etag, readOnly)
  const [address, setAddress] = useSearchParams()
  const asked = address.get('view')
  const view: View = VIEWS.find((one) => one === asked) ?? (readOnly ? 'shown' : 'form')
  const [line, setLine] = useState<number | null>(null)
  const toLine = (wanted: number) => {
    setLine(wanted)
    setAddress({ view: 'text' }, { replace: true })
  }
  const actions = (
    <>
      <Link className="action-link" to="/schemes">
        {s('back')}
      </Link>
      <a className="action-link" href={`/api/v1/scheme-drafts/${whole.id}/text`} download>
        {s('download')}
      </a>
      {!readOnly && (
        <ActionButton type="primary" loading={busy} can={writing.saved ? { yes: false, why: w('allSaved') } : { yes: true }} onClick={() => void save()}>
          {w('save')}
        </ActionButton>
      )}
      <Moves draft={whole} etag={etag} sound={writing.judged.sound} saved={writing.saved} />
    </>
  )
  return (
    <Page title={whole.name ?? s('unnamed')} about={<Standing whole={whole} saved={writing.saved} readOnly={readOnly} />} actions={actions}>
      <Leaving asks={!writing.saved} />
      <ProblemAlert error={failure} />
      {whole.state === 'draft' && whole.reason && <Alert type="warning" showIcon title={t('sentBackBecause', { reason: whole.reason })} />}
      <Problems judged={writing.judged} checking={checking && !readOnly} file={whole.file} onLine={toLine} />
      <div className="card">
        <nav className="tabs" aria-label={t('views')}>
          {VIEWS.map((one) => (
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

function Standing({ whole, saved, readOnly }: { whole: Whole; saved: boolean; readOnly: boolean }) {
  const t = drafting.use()
  const w = writingWords.use()
  const over = whole.state === 'published' || whole.state === 'withdrawn'
  return (
    <>
      <Badge group="scheme" word={whole.state} /> {whole.code} · {whole.scheme_version} · {whole.author_name}{' '}
      {readOnly ? over && t('readOnly', { state: nameOf('scheme', whole.state) }) : <span role="status">{saved ? w('allSaved') : w('unsaved')}</span>}
    </>
  )
}

function Inside({ view, whole, writing, line }: { view: View; whole: Whole; writing: Writing; line: number | null }): ReactNode {
  switch (view) {
    case 'form':
      return <FormView writing={writing} />
    case 'text':
      return <SchemeText writing={writing} line={line} />
    case 'shown':
      return writing.judged.shown ? <ShownScheme of={writing.judged.shown} /> : <NotSound />
    case 'trial':
      return <TrialView whole={whole} saved={writing.saved} />
    case 'weights':
      return <WeightsView whole={whole} saved={writing.saved} />
    case 'changes':
      return <DraftChanges whole={whole} />
    case 'comments':
      return <CommentsView draft={whole} />
  }
}

function SchemeText({ writing, line }: { writing: Writing; line: number | null }) {
  const t = drafting.use()
  return <TextView writing={writing} line={line} about={t('textAbout')} label={t('textLabel')} />
}

function NotSound() {
  const t = drafting.use()
  return <p className="about">{t('trialProblems')}</p>
}

function DraftChanges({ whole }: { whole: Whole }) {
  const t = drafting.use()
  const [chosen, choose] = useCompared()
  const from = chosen ?? whole.based_on ?? undefined
  const changes = useQuery({
    queryKey: ['schemes', 'changes', from, whole.id, whole.version],
    queryFn: ({ signal }) => good(api.GET('/api/v1/scheme-drafts/{id}/changes', { params: { path: { id: whole.id }, query: { from: from ?? '' } }, signal })),
    enabled: from !== undefined && whole.sound,
  })
  return (
    <>
      <p className="note">{t('trialUnsaved')}</p>
      <Compared than={whole.file} from={from} onChoose={choose} asked={changes} />
    </>
  )
}

export { DraftPage as Component }
