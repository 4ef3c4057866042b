import { useSyncExternalStore } from 'react'

/** How a person likes the page to look, kept in this browser. */
export interface Preferences {
  mode: 'light' | 'dark' | 'system'
  large: boolean
}

const KEPT = 'jifen-looks'
const listeners = new Set<() => void>()
let now = read()

function read(): Preferences {
  const usual: Preferences = { mode: 'system', large: false }
  if (typeof window === 'undefined') return usual
  try {
    return { ...usual, ...(JSON.parse(window.localStorage.getItem(KEPT) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

/** Changes a preference and keeps it. */
export function prefer(change: Partial<Preferences>): void {
  now = { ...now, ...change }
  window.localStorage.setItem(KEPT, JSON.stringify(now))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => now)
}

/** Whether the page is dark now. */
export function useDark(): boolean {
  const dark = () => now.mode === 'dark' || (now.mode === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  return useSyncExternalStore(subscribe, dark)
}
