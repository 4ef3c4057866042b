import { Input } from 'antd'
import type { PaymentBatch } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { FilePicker } from '@/shared/files/FilePicker'
import { sendFile } from '@/shared/files/send'
import { Field, asList } from '@/shared/form/Field'
import { today } from '@/shared/words/time'
import { resultsFile } from './resultsFileWords'

interface Props {
  batch: PaymentBatch
  etag: string
  onDone: (work: Promise<unknown>) => Promise<void>
  onClose: () => void
}

/** Enters what the bank says from the file it sent back. */
export function ResultsFileDialog({ batch, etag, onDone, onClose }: Props) {
  const t = resultsFile.use()
  const send = async ({ file, on = '' }: { file?: File; on?: string }) => {
    if (!file) return
    const query = new URLSearchParams({ file_name: file.name, on })
    const path = `/api/v1/payments/${encodeURIComponent(batch.id)}/results-file?${query.toString()}`
    await onDone(sendFile(path, file, () => undefined, new AbortController().signal, etag))
  }
  const fields = (
    <>
      <Field name="file" label={t('file')} required normalize={asList} extra={t('fileHelp')}>
        <FilePicker accept=".xlsx,.csv" />
      </Field>
      <Field name="on" label={t('on')} required extra={t('onHelp')}>
        <Input type="date" />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t('title')} submit={t('send')} fields={fields} initialValues={{ on: today() }} onSubmit={(values) => send(values as { file?: File; on?: string })} onClose={onClose}>
      <p>{t('about')}</p>
    </ConfirmDialog>
  )
}
