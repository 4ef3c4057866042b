import { App } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { common } from '@/shared/words/common'
import { writing } from './words'

/** Asks before what was written is left behind. */
export function Leaving({ asks }: { asks: boolean }) {
  const t = writing.use()
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
