import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { asList, Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { may, useMe } from '@/shared/me/me'
import { rules } from './words'

interface Values {
  kind: 'policy' | 'product' | 'scorecard'
  how: 'version' | 'copy' | 'file'
  code?: string
  content?: File
}

interface Props {
  open: boolean
  onClose: () => void
  onBegun: (id: string) => void
}

/** Begins a policy, product or scorecard: as the next version, as a copy, or with a file that was brought along. */
export function BeginDrawer({ open, onClose, onBegun }: Props) {
  const t = rules.use()
  const me = useMe()
  const client = useQueryClient()
  const [key, setKey] = useState(freshKey)
  const [form] = Form.useForm<Values>()
  const kinds: readonly Values['kind'][] = may(me, 'disclosure:read') ? ['product', 'scorecard'] : ['policy', 'product']
  const first: Values = { kind: kinds[0] ?? 'product', how: may(me, 'disclosure:read') ? 'copy' : 'version' }
  const how = Form.useWatch('how', form) ?? first.how
  const kind = Form.useWatch('kind', form) ?? first.kind
  const found = useQuery({
    queryKey: ['rule-drafts', 'library', kind],
    queryFn: async ({ signal }) => {
      return (await libraryOf(kind, signal)).map(({ code, name, version }) => ({ value: code, label: `${name} · ${version}` }))
    },
    enabled: open,
  })
  const begin = async ({ code, content }: Values) => {
    const body = how === 'file' ? { kind, content: (await content?.text()) ?? '' } : { kind, how, code: code ?? '' }
    const begun = await good(api.POST('/api/v1/rule-drafts', { params: { header: { 'Idempotency-Key': key } }, body }))
    setKey(freshKey())
    await client.invalidateQueries({ queryKey: ['rule-drafts', 'all'] })
    onBegun(begun.id)
  }
  return (
    <DetailDrawer title={t('begin')} open={open} onClose={onClose} form>
      <ServerForm<Values> form={form} label={t('begin')} submit={t('begin')} initialValues={first} onSubmit={begin}>
        <p className="about dialog-text">{t('beginAbout')}</p>
        <Field name="kind" label={t('kind')} required>
          <Choice always options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Field>
        <Field name="how" label={t('how')} required>
          <Choice always options={(['version', 'copy', 'file'] as const).map((value) => ({ value, label: t(`how.${value}`) }))} />
        </Field>
        {how === 'file' ? (
          <Field name="content" label={t('file')} required extra={t('fileHelp')} normalize={asList}>
            <FileInput />
          </Field>
        ) : (
          <Field name="code" label={t('from')} required>
            <Choice options={found.data ?? []} />
          </Field>
        )}
      </ServerForm>
    </DetailDrawer>
  )
}

/** What a kind of rules can begin with. */
async function libraryOf(kind: Values['kind'], signal: AbortSignal): Promise<{ code: string; name: string; version: string }[]> {
  const asked = { params: { query: { all: true, limit: 200 } }, signal }
  switch (kind) {
    case 'policy':
      return (await good(api.GET('/api/v1/policies', asked))).items
    case 'product':
      return (await good(api.GET('/api/v1/products', asked))).items
    case 'scorecard':
      return good(api.GET('/api/v1/scorecards', { signal }))
  }
}

function FileInput({ id, onChange }: { id?: string; value?: File; onChange?: (file: File | undefined) => void }) {
  return <input id={id} type="file" accept=".yaml,.yml" onChange={(event) => onChange?.(event.target.files?.[0])} />
}
