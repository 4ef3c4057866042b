import { useMutation } from '@tanstack/react-query'
import { sized } from '@/shared/files/sized'
import { may, useMe } from '@/shared/me/me'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { fetchAttachment, useAttachments } from './attachments'
import { attachmentWords } from './words'

interface Props {
  /** The attachment. */
  id: string
  /** Whose it is; where that is not known, the file is named when it arrives. */
  participant?: string | undefined
}

/** A file that proves something; pressing it saves it. */
export function EvidenceLink({ id, participant }: Props) {
  const t = attachmentWords.use()
  const me = useMe()
  const [purpose] = usePurpose()
  const readable = may(me, 'attachment:read')
  const found = useAttachments(participant ?? '', readable && participant !== undefined)
  const one = found.data?.find((known) => known.id === id)
  const fetching = useMutation({ mutationFn: () => fetchAttachment(id, purpose) })
  const name = one?.name ?? t('file')
  if (!readable) return <span>{name}</span>
  return (
    <span className="evidence-file">
      <button type="button" className="link-button" disabled={fetching.isPending} aria-label={one && t('openOf', { name })} onClick={() => fetching.mutate()}>
        {one ? name : t('openUnnamed')}
      </button>
      {one && <small className="inline">{sized(one.size)}</small>}
      <PurposeOrProblem error={fetching.error} onRetry={() => fetching.mutate()} />
    </span>
  )
}
