import { useSyncExternalStore } from 'react'

// Paper is narrow too, but what is printed is a table.
const NARROW = 'screen and (max-width: 860px)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the window is as narrow as a telephone or a small tablet held upright. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}
