import { App } from 'antd'
import { useState, type ComponentProps } from 'react'
import { Refused } from '@/shared/api/problem'
import { ActionButton } from './ActionButton'
import { uiWords } from './words'

interface Props extends Omit<ComponentProps<typeof ActionButton>, 'onClick' | 'loading'> {
  /** What is tried. */
  run: () => Promise<void>
}

/** A button for something that takes a while and may fail: it shows that it is under way, and says why it failed. */
export function TryButton({ run, children, ...rest }: Props) {
  const u = uiWords.use()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const attempt = async () => {
    setBusy(true)
    try {
      await run()
    } catch (error) {
      message.error(error instanceof Refused ? error.message : u('unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ActionButton {...rest} loading={busy} onClick={() => void attempt()}>
      {children}
    </ActionButton>
  )
}
