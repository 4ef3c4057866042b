import { useSyncExternalStore } from 'react'
import { Closed, Glance } from './Glance'
import { screen } from './words'

/**
 * 数据大屏 by a link, for a computer on a wall that nobody signs in to. The key stands behind the `#` of the address, which
 * browsers send to no server; it opens this one answer and nothing else.
 */
export function WallPage() {
  const t = screen.use()
  const key = useSyncExternalStore(onHash, () => window.location.hash.slice(1))
  return key ? <Glance key={key} link={key} /> : <Closed title={t('noKey')} />
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export { WallPage as Component }
