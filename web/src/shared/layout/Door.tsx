import { useEffect, type ReactNode } from 'react'
import { common } from '@/shared/words/common'
import { Looks } from './Looks'
import { layoutWords } from './words'

interface Props {
  title: string
  about?: string
  wide?: boolean
  children?: ReactNode
}

/** A page before the door: for people who are not signed in, or not quite. */
export function Door({ title, about, wide = false, children }: Props) {
  const c = common.use()
  const t = layoutWords.use()
  useEffect(() => {
    document.title = `${title} · ${c('product')}`
  }, [title, c])
  return (
    <div className="door">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="door-top">
        <a className="brand" href="/">
          <img src="/icon.svg" alt="" width={30} height={30} />
          {c('product')}
        </a>
        <div className="bar-end">
          <Looks />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className={wide ? 'door-card door-wide' : 'door-card'}>
          <h1>{title}</h1>
          {about && <p className="about">{about}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}
