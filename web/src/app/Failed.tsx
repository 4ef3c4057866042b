import { Button } from 'antd'
import { useEffect } from 'react'
import { Link, useRouteError } from 'react-router'
import { codeOf, Unreachable } from '@/shared/api/problem'
import { Door } from '@/shared/layout/Door'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { uiWords } from '@/shared/ui/words'
import { words } from '@/shared/words/words'

const own = words('failed', {
  missing: '页面不存在',
  missingAbout: '地址可能有误，或页面已调整。',
  forbidden: '无权访问',
  forbiddenAbout: '您的角色不能访问此页面。如确需使用，请联系管理员调整角色。',
  offline: '无法连接服务器',
  home: '返回首页',
}, {
  missing: 'No such page',
  missingAbout: 'The address may be wrong, or the page has moved.',
  forbidden: 'Not allowed',
  forbiddenAbout: 'Your role may not see this page. If you need it, ask an administrator.',
  offline: 'The server cannot be reached',
  home: 'Home',
})

const RELOADED = 'jifen-reloaded'

/** A part of the program that is no longer on the server: it was renewed meanwhile. */
function isOutdated(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
}

/** A page that could not be shown. After an upgrade of the server the page is loaded afresh, once. */
export function Failed() {
  const error = useRouteError()
  const o = own.use()
  const u = uiWords.use()
  const outdated = isOutdated(error)
  useEffect(() => {
    if (!outdated || sessionStorage.getItem(RELOADED)) return
    sessionStorage.setItem(RELOADED, '1')
    window.location.reload()
  }, [outdated])
  const title = error instanceof Unreachable || outdated ? o('offline') : u('unexpected')
  const refused = codeOf(error) !== null
  return (
    <Door title={title}>
      <div className="stack">
        {refused || error instanceof Unreachable ? <ProblemAlert error={error} /> : <p>{u('unexpectedHelp')}</p>}
        <Button type="primary" onClick={() => window.location.reload()}>
          {u('reload')}
        </Button>
      </div>
    </Door>
  )
}

/** No page has this address. */
export function Missing() {
  const o = own.use()
  return <Notice title={o('missing')} about={o('missingAbout')} />
}

/** The page is there, but not for this role. */
export function Forbidden() {
  const o = own.use()
  return <Notice title={o('forbidden')} about={o('forbiddenAbout')} />
}

function Notice({ title, about }: { title: string; about: string }) {
  const o = own.use()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="empty card">
      <h1 className="empty-title">{title}</h1>
      <p className="about">{about}</p>
      <Link to="/">{o('home')}</Link>
    </div>
  )
}
