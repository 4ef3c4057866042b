import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Choice } from '@/shared/controls/Choice'
import { Stopped } from '@/shared/files/send'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { ACCEPTED, attach, unfit, useAttachments } from './attachments'
import { EvidenceLink } from './EvidenceLink'
import { attachmentWords } from './words'

interface Props {
  id?: string
  participant: string
  /** What it proves, for those who hear the page. */
  of: string
  /** The attachment. */
  value?: string | null | undefined
  /** What is taken is told elsewhere on the page. */
  told?: boolean
  onChange?: (value: string | null) => void
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** A file that proves something: sent from this computer or chosen among those sent before, opened, taken away. */
export function EvidenceInput({ id, participant, of, value, told = false, onChange, 'aria-describedby': describedBy, 'aria-invalid': invalid }: Props) {
  // A form says of its fields that they are required too; a button may not say that.
  const aria = { 'aria-describedby': describedBy, 'aria-invalid': invalid }
  const t = attachmentWords.use()
  const client = useQueryClient()
  const known = useAttachments(participant, true)
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController | null>(null)
  // What is being sent when the page is left would arrive for nothing.
  useEffect(() => () => stop.current?.abort(), [])

  const send = async (file: File) => {
    setFailure(null)
    const reason = unfit(file)
    setRefused(reason)
    if (reason !== null) return
    stop.current = new AbortController()
    setShare(0)
    try {
      const { id: attached } = await attach(participant, file, setShare, stop.current.signal)
      await client.invalidateQueries({ queryKey: ['attachments', participant] })
      onChange?.(attached)
    } catch (error) {
      if (!(error instanceof Stopped)) setFailure(error)
    } finally {
      setShare(null)
      // The same file may be chosen again once it is mended.
      if (input.current) input.current.value = ''
    }
  }

  const percent = Math.round((share ?? 0) * 100)
  const earlier = known.data ?? []
  return (
    <div className="evidence">
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void send(file)
        }}
      />
      {value ? (
        <div className="evidence-row">
          <EvidenceLink id={value} participant={participant} />
          <Button {...aria} {...(id && { id })} size="small" aria-label={t('removeOf', { name: of })} onClick={() => onChange?.(null)}>
            {t('remove')}
          </Button>
        </div>
      ) : share === null ? (
        <div className="evidence-row">
          <Button {...aria} {...(id && { id })} size="small" aria-label={t('attachTo', { name: of })} onClick={() => input.current?.click()}>
            {t('attach')}
          </Button>
          {earlier.length > 0 && (
            <Choice
              aria-label={t('earlierFor', { name: of })}
              nothing={t('earlier')}
              options={earlier.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(chosen) => chosen && onChange?.(chosen)}
            />
          )}
        </div>
      ) : (
        <div className="evidence-row">
          <progress className="progress" max={1} value={share} aria-label={t('sending', { percent })} />
          <span role="status">{t('sending', { percent })}</span>
          <Button size="small" onClick={() => stop.current?.abort()}>
            {t('stop')}
          </Button>
        </div>
      )}
      {!value && !told && <small>{t('limits')}</small>}
      {refused !== null && (
        <p role="alert" className="bad">
          {refused}
        </p>
      )}
      <ProblemAlert error={failure} />
    </div>
  )
}
