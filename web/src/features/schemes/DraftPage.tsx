import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Alert } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link, useBlocker, useParams, useSearchParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import { useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common, nameOf } from '@/shared/words/common'
import { draftQuery } from './asked'
import { schemeCan } from './can'
import { Compared, useCompared } from './Changes'
import { CommentsView } from './CommentsView'
import { drafting } from './draftWords'
import { FormView } from './FormView'
import { Moves } from './Moves'
import { Problems } from './Problems'
import { ShownScheme } from './ShownScheme'
import { TextView } from './TextView'
import { TrialView } from './TrialView'
import type { Judged, Whole } from './types'
import { WeightsView } from './WeightsView'
import { schemes } from './words'

const VIEWS = ['form', 'text', 'shown', 'trial', 'weights', 'changes', 'comments'] as const
type View = (typeof VIEWS)[number]

/** Long enough not to ask while somebody types. */
const PAUSE = 500

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

/** What is written now, what was saved, and what it is worth. */
export interface Writing {
  text: string
  write: (text: string) => void
  judged: Judged
  saved: boolean
  /** Nobody writes on it any more, or this person may not. */
  readOnly: boolean
}

function useWriting(whole: Whole, etag: string, readOnly: boolean) {
  const t = drafting.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, write] = useState(whole.content)
  const [asked, setAsked] = useState(whole.content)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (asked === text) return
    const timer = setTimeout(() => setAsked(text), PAUSE)
    return () => clearTimeout(timer)
  }, [asked, text])
  const check = useQuery({
    queryKey: ['schemes', 'check', whole.id, asked],
    queryFn: ({ signal }) => good(api.POST('/api/v1/scheme-drafts/{id}/check', { params: { path: { id: whole.id } }, body: { content: asked }, signal })),
    enabled: asked !== whole.content && !readOnly,
    placeholderData: (before) => before,
    retry: false,
  })
  const judged: Judged = (asked === whole.content ? whole : check.data) ?? whole
  const save = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const params = { path: { id: whole.id }, header: { 'If-Match': etag } }
      const now = await versioned(api.PUT('/api/v1/scheme-drafts/{id}', { params, body: { content: text } }))
      client.setQueryData(draftQuery(whole.id).queryKey, now)
      await client.invalidateQueries({ queryKey: ['schemes', 'drafts'] })
      await client.invalidateQueries({ queryKey: ['schemes', 'trial', whole.id] })
      message.success(t('saved'))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const writing: Writing = { text, write, judged, saved: text === whole.content, readOnly }
  return { writing, save, busy, failure: failure ?? check.error, checking: check.isFetching || asked !== text }
}

function Drafting({ whole, etag }: { whole: Whole; etag: string }) {
  const t = drafting.use()
  const s = schemes.use()
  const me = useMe()
  const readOnly = !schemeCan.write(me, whole).yes
  const { writing, save, busy, failure, checking } = useWriting(whole, etag, readOnly)
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
        <ActionButton type="primary" loading={busy} can={writing.saved ? { yes: false, why: t('allSaved') } : { yes: true }} onClick={() => void save()}>
          {t('save')}
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
  const over = whole.state === 'published' || whole.state === 'withdrawn'
  return (
    <>
      <Badge group="scheme" word={whole.state} /> {whole.code} · {whole.scheme_version} · {whole.author_name}{' '}
      {readOnly ? over && t('readOnly', { state: nameOf('scheme', whole.state) }) : <span role="status">{saved ? t('allSaved') : t('unsaved')}</span>}
    </>
  )
}

function Inside({ view, whole, writing, line }: { view: View; whole: Whole; writing: Writing; line: number | null }): ReactNode {
  switch (view) {
    case 'form':
      return <FormView writing={writing} />
    case 'text':
      return <TextView writing={writing} line={line} />
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

/** Asks before what was written is left behind. */
function Leaving({ asks }: { asks: boolean }) {
  const t = drafting.use()
  const c = common.use()
  const { modal } = App.useApp()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => asks && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    modal.confirm({ title: t('leave'), okText: c('confirm'), cancelText: c('cancel'), onOk: () => blocker.proceed(), onCancel: () => blocker.reset() })
  }, [blocker, modal, t, c])
  useEffect(() => {
    if (!asks) return
    const stop = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stop)
    return () => window.removeEventListener('beforeunload', stop)
  }, [asks])
  return null
}

export { DraftPage as Component }
