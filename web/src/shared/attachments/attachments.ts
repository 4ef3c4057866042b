import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { Attachment } from '@/shared/api/types'
import { sendFile } from '@/shared/files/send'
import { sized } from '@/shared/files/sized'
import { usePurpose } from '@/shared/points/Purpose'
import { download } from '@/shared/table/download'
import { save } from '@/shared/table/ExportButtons'
import { attachmentWords } from './words'

// The server decides, by what is in the file (crates/server/src/attachments/kind.rs, attach.rs).
const LARGEST = 10 << 20
const KNOWN = /\.(pdf|png|jpe?g|ofd|xlsx)$/i
/** What the browser offers to choose from. */
export const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.ofd,.xlsx'

/** Why a file cannot be evidence, as far as that can be told before anything is sent. */
export function unfit({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (!KNOWN.test(name)) return attachmentWords.say('wrongKind', { name })
  if (size === 0) return attachmentWords.say('empty', { name })
  return size > LARGEST ? attachmentWords.say('tooLarge', { name, size: sized(size) }) : null
}

/** The files an enterprise has attached, latest first. */
export function useAttachments(participant: string, wanted: boolean) {
  const [purpose] = usePurpose()
  return useQuery({
    queryKey: ['attachments', participant, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/attachments', { params: { path: { id: participant }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    enabled: wanted,
  })
}

/** Attaches a file. */
export async function attach(participant: string, file: File, told: (share: number) => void, signal: AbortSignal): Promise<Attachment> {
  const query = new URLSearchParams({ name: file.name })
  const path = `/api/v1/participants/${encodeURIComponent(participant)}/attachments?${query.toString()}`
  return (await sendFile(path, file, told, signal)).body as Attachment
}

/** Hands an attachment to the browser, under the name it was sent with. */
export async function fetchAttachment(id: string, purpose: string): Promise<void> {
  save(await download(api.GET('/api/v1/attachments/{id}', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, parseAs: 'blob' })))
}
