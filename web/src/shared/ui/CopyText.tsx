import { App, Alert, Button } from 'antd'
import { useRef } from 'react'
import { common } from '@/shared/words/common'
import { uiWords } from './words'

/** Text to be copied. Works over plain http too, where browsers give pages no clipboard. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const c = common.use()
  const { message } = App.useApp()
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    field.current?.select()
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false)
    if (copied ?? document.execCommand('copy')) message.success(c('copied'))
    else message.warning(c('copyFailed'))
  }
  return (
    <div className="copy-text">
      <textarea ref={field} readOnly aria-label={label} value={text} rows={Math.min(10, text.split('\n').length + (text.length > 60 ? 1 : 0))} />
      <Button onClick={copy}>{c('copy')}</Button>
    </div>
  )
}

/** A secret that is shown this once. */
export function ShownOnce({ text, label, children }: { text: string; label: string; children?: React.ReactNode }) {
  const u = uiWords.use()
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={u('shownOnce')} description={u('shownOnceHelp')} />
      {children}
      <CopyText text={text} label={label} />
    </div>
  )
}
