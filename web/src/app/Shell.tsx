import { useQueryClient } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { Suspense, useState, useSyncExternalStore } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { api, good } from '@/shared/api/client'
import { Duty } from '@/features/signing-in/Duty'
import { Proofs } from '@/features/signing-in/Proofs'
import { useWaitingApprovals } from '@/shared/approvals/waiting'
import { Looks } from '@/shared/layout/Looks'
import { menuOf, placeOf } from '@/shared/layout/menu'
import { layoutWords } from '@/shared/layout/words'
import { SignOut, meQuery, useLeaving, useMe } from '@/shared/me/me'
import { useUnreadNotices } from '@/shared/notices/notices'
import { goOn } from '@/shared/tour/tour'
import { TourBar } from '@/shared/tour/TourBar'
import { Loading } from '@/shared/ui/Loading'
import { uiWords } from '@/shared/ui/words'
import { speak, type Language } from '@/shared/words/i18n'
import { common } from '@/shared/words/common'

const MANY = 99

/** Around every page of a person who is signed in. */
export function Shell() {
  const me = useMe()
  const leave = useLeaving()
  const signOut = async () => {
    // Even when the server cannot be asked, this browser forgets.
    await good(api.DELETE('/api/v1/sessions/current', {})).catch(() => {})
    // Whoever comes next has other stops.
    goOn(null)
    await leave('/sign-in?left=1')
  }
  return (
    <SignOut.Provider value={() => void signOut()}>
      {me.duty ? <Duty duty={me.duty} /> : <Frame onSignOut={() => void signOut()} />}
      <Proofs />
      <ScrollRestoration />
    </SignOut.Provider>
  )
}

function Frame({ onSignOut }: { onSignOut: () => void }) {
  const t = layoutWords.use()
  const c = common.use()
  const me = useMe()
  const { pathname } = useLocation()
  // The page one comes from stays until the code of the next one is here: on a slow line that is to be seen.
  const isUnderWay = useNavigation().state !== 'idle'
  // Open on the page where it was opened: going on closes it.
  const [menuOn, setMenuOn] = useState<string | null>(null)
  const menu = menuOn === pathname
  const speakAndRemember = useRemembering()
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <button type="button" className="bar-button menu-button" aria-label={t('openMenu')} aria-expanded={menu} onClick={() => setMenuOn(pathname)}>
          <span aria-hidden="true">☰</span>
        </button>
        <Link className="brand" to="/">
          <img src="/icon.svg" alt="" width={30} height={30} />
          <span className="wide-only">{c('product')}</span>
          <span className="narrow-only">{c('short')}</span>
        </Link>
        <div className="bar-end">
          <NoticesLink />
          <Looks onSpeak={speakAndRemember} />
          <Link className="bar-button wide-only" to="/me" title={me.organisation.name}>
            {me.name}
          </Link>
          <button type="button" className="bar-button wide-only" onClick={onSignOut}>
            {t('signOut')}
          </button>
        </div>
      </header>
      <Offline />
      <div className="side">
        <Menu />
      </div>
      <Drawer title={t('menu')} placement="left" size={280} open={menu} onClose={() => setMenuOn(null)} closable={{ 'aria-label': c('close') }}>
        <p className="about">
          {me.name} · {me.organisation.name}
        </p>
        <Menu />
        <button type="button" className="link-button" onClick={onSignOut}>
          {t('signOut')}
        </button>
      </Drawer>
      <TourBar />
      <main id="content" className="main" tabIndex={-1} aria-busy={isUnderWay}>
        <Trail />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}

/** The way to what was sent to one's organisation, with how much of it nobody has read. */
function NoticesLink() {
  const t = layoutWords.use()
  const unread = useUnreadNotices()
  return (
    <Link className="bar-button" to="/notices" aria-label={unread > 0 ? t('unreadNotices', { count: unread }) : t('notices')}>
      <span aria-hidden="true">✉</span>
      {unread > 0 && (
        <span className="bar-count" aria-hidden="true">
          {unread > MANY ? `${MANY}+` : unread}
        </span>
      )}
    </Link>
  )
}

function Menu() {
  const t = layoutWords.use()
  const me = useMe()
  const { pathname } = useLocation()
  const here = placeOf(pathname)?.to ?? '/'
  const entry = (to: string, label: string) => (
    <li key={to}>
      {/* `/me` is not where `/me/tokens` is; one evaluation belongs to the evaluations. */}
      <Link to={to} aria-current={here === to ? 'page' : undefined}>
        {label}
        {/* Shown anew, and so looked at again, with each page. */}
        {to === '/approvals' && <Waiting key={pathname} />}
      </Link>
    </li>
  )
  return (
    <nav aria-label={t('menu')}>
      <ul className="nav-list">{entry('/', t('home'))}</ul>
      {menuOf(me).map((group) => (
        <div key={group.label}>
          <h2 className="nav-group">{t(group.label)}</h2>
          <ul className="nav-list">{group.places.map(({ to, label }) => entry(to, t(label)))}</ul>
        </div>
      ))}
    </nav>
  )
}

/** How much waits behind the place of approvals. */
function Waiting() {
  const t = layoutWords.use()
  const count = useWaitingApprovals()
  return !count ? null : (
    <>
      <span className="count" aria-hidden="true">
        {count}
      </span>
      <span className="for-readers">{t('waitingForYou', { count })}</span>
    </>
  )
}

function Trail() {
  const t = layoutWords.use()
  const { pathname } = useLocation()
  const place = placeOf(pathname, useMe())
  if (!place) return null
  // On a page below its list, the list is the way back.
  const below = pathname !== place.to
  return (
    <nav aria-label={t('trail')}>
      <ol className="trail">
        <li>
          <Link to="/">{t('home')}</Link>
        </li>
        <li aria-current={below ? undefined : 'page'}>{below ? <Link to={place.to}>{t(place.label)}</Link> : t(place.label)}</li>
      </ol>
    </nav>
  )
}

function Offline() {
  const u = uiWords.use()
  const online = useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener)
      window.addEventListener('offline', listener)
      return () => {
        window.removeEventListener('online', listener)
        window.removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )
  return online ? null : (
    <div className="offline" role="status">
      {u('offline')}
    </div>
  )
}

/** Changes the language here and in the profile, so that it is the same on the next computer. */
function useRemembering(): (wanted: Language) => void {
  const client = useQueryClient()
  return (wanted) => {
    speak(wanted)
    const remember = async () => {
      const { etag } = await client.fetchQuery({ ...meQuery, staleTime: 0 })
      await good(api.PATCH('/api/v1/me', { params: { header: { 'If-Match': etag } }, body: { language: wanted } }))
      await client.invalidateQueries()
    }
    // Not remembered is no reason to trouble anybody: the page speaks the language already.
    remember().catch(() => client.invalidateQueries())
  }
}
