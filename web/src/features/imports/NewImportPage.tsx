import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Batch, Import, ValueSource } from '@/shared/api/types'
import { batchesQuery } from '@/shared/batches/batches'
import { FilePicker } from '@/shared/files/FilePicker'
import { Choice } from '@/shared/controls/Choice'
import { Field, asList } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { may, useMe } from '@/shared/me/me'
import { Page, Section } from '@/shared/ui/Page'
import { common, nameOf } from '@/shared/words/common'
import { ForList } from './ForList'
import { isList } from './lists'
import { ImportSteps } from './Steps'
import { SOURCES } from './sources'
import { Template } from './Template'
import { Stopped, sendFile, type Sending } from './upload'
import { imports } from './words'

interface Values {
  kind: Import['kind']
  mode: 'all' | 'good'
  batch_id?: string
  source?: ValueSource
  period?: string
  rung?: string
  recognised_on?: string
  valid_until?: string
  document?: string
  file?: File
}

const KINDS: readonly Import['kind'][] = ['values', 'register', 'titles', 'annual-reports']

/** Says what is imported and sends the file. */
export function NewImportPage() {
  const t = imports.use()
  const c = common.use()
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [address] = useSearchParams()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form)
  const batch_id = Form.useWatch('batch_id', form)
  const source = Form.useWatch('source', form)
  const found = useQuery({ ...batchesQuery, enabled: may(me, 'batch:list') })
  // The server takes values while an evaluation is a draft or open (crates/server/src/imports/upload.rs).
  const batches = (found.data?.items ?? []).filter(({ state }) => state === 'draft' || state === 'open')
  const [share, setShare] = useState<number | null>(null)
  const stop = useRef<AbortController | null>(null)
  const send = async ({ file, ...values }: Values) => {
    if (!file) return
    stop.current = new AbortController()
    setShare(0)
    try {
      const sent = await sendFile(file, sendingOf(values), setShare, stop.current.signal)
      if (sent.before) message.info(t('sentBefore'))
      await navigate(`/imports/${sent.import.id}`)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      message.info(t('stopped'))
    } finally {
      setShare(null)
    }
  }
  const initial = { kind: KINDS.find((one) => one === address.get('kind')) ?? ('values' as const), mode: 'good' as const }
  return (
    <Page title={t('new')} about={t('newAbout')} narrow>
      <ImportSteps at={0} />
      <Section title={t('stepFile')}>
        <ServerForm<Values> form={form} label={t('new')} submit={t('upload')} initialValues={initial} renamed={{ file_name: 'file' }} onSubmit={send}>
          <Field name="kind" label={t('kind')} required extra={t('kindHelp')}>
            <Choice always options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Field>
          {kind === 'values' && <ForValues batches={batches} none={found.isSuccess && batches.length === 0} />}
          {isList(kind) && <ForList key={kind} kind={kind} />}
          <Field name="mode" label={t('mode')} required>
            <Modes />
          </Field>
          <Template kind={kind} batch={batches.find(({ id }) => id === batch_id)} source={source} />
          <Field name="file" label={t('file')} required normalize={asList} rules={[{ validator: fits }]} extra={t('limits')}>
            <FilePicker accept=".xlsx,.xlsm,.csv,.tsv,.txt,.parquet" />
          </Field>
          {share !== null && (
            <div className="stack dialog-text">
              <progress className="progress" max={1} value={share} aria-label={t('uploading', { percent: Math.round(share * 100) })} />
              <span role="status">{t('uploading', { percent: Math.round(share * 100) })}</span> <Button onClick={() => stop.current?.abort()}>{t('stop')}</Button>
            </div>
          )}
        </ServerForm>
        {share === null && (
          <p className="about">
            <Button type="link" onClick={() => void navigate('/imports')}>
              {c('back')}
            </Button>
          </p>
        )}
      </Section>
    </Page>
  )
}

function sendingOf({ kind, mode, batch_id, source, period, rung, recognised_on, valid_until, document }: Values): Sending {
  if (kind === 'register') return { kind, mode }
  if (kind === 'annual-reports') return { kind, mode, ...(rung && { rung }), ...(period && { period }) }
  if (kind === 'titles') {
    return { kind, mode, ...(rung && { rung }), ...(recognised_on && { recognised_on }), ...(valid_until && { valid_until }), ...(document && { document }) }
  }
  return { kind, mode, ...(batch_id && { batch_id }), ...(source && { source }), ...(period && { period }) }
}

const LIMIT = 64 << 20
const KNOWN = /\.(xlsx|xlsm|csv|tsv|txt|parquet|pq)$/i

/** What can be told before anything is sent. */
async function fits(_: unknown, file: File | undefined): Promise<void> {
  if (!file) return
  if (!KNOWN.test(file.name)) throw new Error(imports.say('wrongKind'))
  if (file.size > LIMIT) throw new Error(imports.say('tooLarge', { size: `${Math.ceil(file.size / (1 << 20))} MB` }))
}

function ForValues({ batches, none }: { batches: readonly Batch[]; none: boolean }) {
  const t = imports.use()
  return (
    <>
      <Field name="batch_id" label={t('batch')} required extra={none ? t('noBatch') : t('batchHelp')}>
        <Choice options={batches.map((one) => ({ value: one.id, label: one.title }))} />
      </Field>
      <Field name="source" label={t('source')} required extra={t('sourceHelp')}>
        <Choice options={SOURCES.map((one) => ({ value: one, label: nameOf('source', one) }))} />
      </Field>
      <Field name="period" label={t('period')} extra={t('periodHelp')}>
        <Input type="number" min={1990} max={2200} />
      </Field>
    </>
  )
}

/** All rows or the good ones, each with what it means. */
function Modes({ id, value, onChange }: { id?: string; value?: string; onChange?: (mode: string) => void }) {
  const t = imports.use()
  return (
    <div id={id} role="radiogroup" className="choices" aria-label={t('mode')}>
      {(['good', 'all'] as const).map((mode) => (
        <label key={mode}>
          <input type="radio" name={`${id ?? ''}-mode`} checked={value === mode} onChange={() => onChange?.(mode)} />
          <span>
            {t(`mode.${mode}`)}
            <small>{t(`modeAbout.${mode}`)}</small>
          </span>
        </label>
      ))}
    </div>
  )
}

export { NewImportPage as Component }
