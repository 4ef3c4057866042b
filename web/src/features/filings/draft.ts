import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, versioned } from '@/shared/api/client'
import { Unreachable } from '@/shared/api/problem'
import type { Filing, FilingCell } from '@/shared/api/types'

/** How long after the last key a draft is saved, and how long to wait when the server could not be reached. */
const PAUSE = 1_500
const AGAIN = 10_000

export type Cells = Record<string, FilingCell>
export type SavingState = 'saved' | 'typed' | 'saving' | 'failed'

/** What an enterprise has typed or submitted. */
export function cellsOf(filing: Filing): Cells {
  return Object.fromEntries(filing.fields.flatMap(({ item, own }) => (own ? [[item, own] as const] : [])))
}

/** A draft that saves itself while it is typed, one call after the other. */
export function useDraft(id: string, filing: Filing, etag: string) {
  const client = useQueryClient()
  const [cells, setCells] = useState<Cells>(() => cellsOf(filing))
  const [state, setState] = useState<SavingState>('saved')
  const [failure, setFailure] = useState<unknown>(null)
  const latest = useRef(cells)
  const version = useRef(etag)
  const unsaved = useRef(false)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  const once = useCallback(async (): Promise<boolean> => {
    if (!unsaved.current) return true
    unsaved.current = false
    setState('saving')
    try {
      const params = { path: { id }, header: { 'If-Match': version.current } }
      const saved = await versioned(api.PUT('/api/v1/participants/{id}/filing', { params, body: { cells: latest.current } }))
      version.current = saved.etag
      setFailure(null)
      setState(unsaved.current ? 'typed' : 'saved')
      await client.invalidateQueries({ queryKey: ['filings', id] })
      return true
    } catch (error) {
      unsaved.current = true
      setFailure(error)
      setState('failed')
      return false
    }
  }, [client, id])

  /** Saves what is typed by now; whether it is saved. */
  const save = useCallback((): Promise<boolean> => {
    running.current = running.current.then(once)
    return running.current
  }, [once])

  const set = (item: string, cell: FilingCell | null) => {
    const { [item]: _, ...others } = latest.current
    latest.current = cell ? { ...others, [item]: cell } : others
    unsaved.current = true
    setCells(latest.current)
    setState('typed')
    clearTimeout(pause.current)
    pause.current = setTimeout(() => void save(), PAUSE)
  }

  useEffect(() => {
    if (!(failure instanceof Unreachable)) return
    const timer = setInterval(() => void save(), AGAIN)
    return () => clearInterval(timer)
  }, [failure, save])

  // Whoever leaves the page has it saved; whoever closes the window is asked.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      clearTimeout(pause.current)
      void save()
    }
  }, [save])

  return { cells, set, save, state, failure }
}
