import { App } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import type { Can } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { common } from '@/shared/words/common'

export type Move = 'submit' | 'publish' | 'send-back' | 'withdraw'
type Said = 'submitted' | 'published' | 'sentBack' | 'withdrawn'

interface Props {
  state: string
  /** Which halves of the way the reader takes part in. */
  may: { write: boolean; publish: boolean }
  can: { withdraw: Can; submit: Can; sendBack: Can; publish: Can }
  /** What the buttons and dialogs say of what is moved. */
  say: (key: Move | `${Move}Title` | `${Move}About` | Said) => string
  act: (move: Move, reason: string) => Promise<void>
}

const DONE: Record<Move, Said> = { submit: 'submitted', publish: 'published', 'send-back': 'sentBack', withdraw: 'withdrawn' }

/** Handing in, sending back, publishing, withdrawing what was written. */
export function Moves({ state, may, can, say, act }: Props) {
  const c = common.use()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<Move | null>(null)
  if (state === 'published' || state === 'withdrawn') return null
  return (
    <>
      {may.write && (
        <ActionButton can={can.withdraw} onClick={() => setDoing('withdraw')}>
          {say('withdraw')}
        </ActionButton>
      )}
      {state === 'draft' && may.write && (
        <ActionButton can={can.submit} onClick={() => setDoing('submit')}>
          {say('submit')}
        </ActionButton>
      )}
      {state === 'submitted' && may.publish && (
        <>
          <ActionButton can={can.sendBack} onClick={() => setDoing('send-back')}>
            {say('send-back')}
          </ActionButton>
          <ActionButton type="primary" can={can.publish} onClick={() => setDoing('publish')}>
            {say('publish')}
          </ActionButton>
        </>
      )}
      {doing && (
        <ConfirmDialog
          title={say(`${doing}Title`)}
          submit={say(doing)}
          danger={doing === 'withdraw'}
          {...((doing === 'send-back' || doing === 'withdraw') && { reason: { label: c('reason') } })}
          onSubmit={async ({ reason = '' }) => {
            await act(doing, reason)
            message.success(say(DONE[doing]))
          }}
          onClose={() => setDoing(null)}
        >
          <p>{say(`${doing}About`)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
