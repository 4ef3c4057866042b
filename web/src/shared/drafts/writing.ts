import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import type { components } from '@/shared/api/schema'
import { writing as words } from './words'

/** What every text that is written is worth. */
export interface Judgement {
  sound: boolean
  problems: components['schemas']['ProblemOfText'][]
}

/** What is written now, what was saved, and what it is worth. */
export interface Writing<J extends Judgement> {
  text: string
  write: (text: string) => void
  judged: J
  saved: boolean
  /** Nobody writes on it any more, or this person may not. */
  readOnly: boolean
}

interface Kept<J extends Judgement> {
  /** What was saved last, and what it is worth. */
  saved: J & { content: string }
  /** Under which what a text is worth is kept. */
  key: readonly string[]
  readOnly: boolean
  check: (content: string, signal: AbortSignal) => Promise<J>
  save: (content: string) => Promise<void>
}

/** Long enough not to ask while somebody types. */
const PAUSE = 500

/** A text being written: checked while somebody writes, saved when they say so. */
export function useWriting<J extends Judgement>({ saved, key, readOnly, check, save: keep }: Kept<J>) {
  const t = words.use()
  const { message } = App.useApp()
  const [text, write] = useState(saved.content)
  const [asked, setAsked] = useState(saved.content)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (asked === text) return
    const timer = setTimeout(() => setAsked(text), PAUSE)
    return () => clearTimeout(timer)
  }, [asked, text])
  const checked = useQuery<J>({
    queryKey: [...key, asked],
    queryFn: ({ signal }) => check(asked, signal),
    enabled: asked !== saved.content && !readOnly,
    placeholderData: (before) => before,
    retry: false,
  })
  const judged: J = (asked === saved.content ? saved : checked.data) ?? saved
  const save = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await keep(text)
      message.success(t('saved'))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const writing: Writing<J> = { text, write, judged, saved: text === saved.content, readOnly }
  return { writing, save, busy, failure: failure ?? checked.error, checking: checked.isFetching || asked !== text }
}
