import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { common } from '@/shared/words/common'

interface Props {
  title: string
  /** One sentence on what this page is for. */
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** How wide lines may become; forms read better narrow. */
  narrow?: boolean
}

/** The address whose page was shown last. */
let shown: string | null = null

/** A page below the layout: its title is the title of the window, and gets the focus when one comes here. */
export function Page({ title, about, actions, children, narrow = false }: Props) {
  const c = common.use()
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} · ${c('product')}`
  }, [title, c])
  useEffect(() => {
    // Not on the first page: there the browser begins at the top itself.
    if (shown !== null && shown !== pathname) heading.current?.focus({ preventScroll: true })
    shown = pathname
  }, [pathname])
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about && <p className="about">{about}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A part of a page with a heading. */
export function Section({ title, about, actions, children }: Omit<Props, 'narrow'>) {
  return (
    <section className="card">
      <div className="section-head">
        <h2>{title}</h2>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {about && <p className="about">{about}</p>}
      {children}
    </section>
  )
}
