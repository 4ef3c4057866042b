import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Steps } from 'antd'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { api, good } from '@/shared/api/client'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { meQuery } from '@/shared/me/me'
import { ShownOnce } from '@/shared/ui/CopyText'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { factorWords } from './words'

type Stage =
  | { at: 'start' }
  | { at: 'scan' | 'code'; secret: string; address: string }
  | { at: 'keep'; codes: string[] }

const STEP = { start: 0, scan: 0, code: 1, keep: 2 }

/** Sets up one-time codes: scan, confirm with a first code, keep the recovery codes. */
export function SetUpSecondFactor({ onDone }: { onDone: () => void }) {
  const w = factorWords.use()
  const client = useQueryClient()
  const [stage, setStage] = useState<Stage>({ at: 'start' })
  const [error, setError] = useState<unknown>(null)
  const begin = async () => {
    setError(null)
    try {
      const made = await good(api.POST('/api/v1/me/second-factor', {}))
      setStage({ at: 'scan', ...made })
    } catch (failure) {
      setError(failure)
    }
  }
  const confirm = async ({ code }: { code: string }) => {
    const made = await good(api.POST('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } }))
    setStage({ at: 'keep', codes: made.recovery_codes })
  }
  const finish = async () => {
    await client.invalidateQueries(meQuery)
    onDone()
  }
  return (
    <div>
      <Steps
        className="steps"
        size="small"
        current={STEP[stage.at]}
        items={[{ title: w('stepApp') }, { title: w('stepCode') }, { title: w('stepKeep') }]}
      />
      <ProblemAlert error={error} />
      {stage.at === 'start' && (
        <div className="stack">
          <p>{w('beginAbout')}</p>
          <Button type="primary" onClick={() => void begin()}>
            {w('begin')}
          </Button>
        </div>
      )}
      {stage.at === 'scan' && <Scan secret={stage.secret} address={stage.address} onNext={() => setStage({ ...stage, at: 'code' })} />}
      {stage.at === 'code' && (
        <ServerForm<{ code: string }> label={w('stepCode')} submit={w('confirm')} onSubmit={confirm}>
          <Field name="code" label={w('code')} required extra={w('codeAbout')}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
          </Field>
        </ServerForm>
      )}
      {stage.at === 'keep' && <Keep codes={stage.codes} onDone={() => void finish()} />}
    </div>
  )
}

function Scan({ secret, address, onNext }: { secret: string; address: string; onNext: () => void }) {
  const w = factorWords.use()
  // The picture is made here: the secret goes to no other server.
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
  return (
    <div>
      <h2>{w('scan')}</h2>
      <div className="qr-row">
        <img className="qr" src={picture} alt={w('picture')} />
        <div className="stack">
          <p>{w('scanAbout')}</p>
          <p>
            {w('secret')}: <code data-testid="secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
        </div>
      </div>
      <Button type="primary" onClick={onNext}>
        {w('scanned')}
      </Button>
    </div>
  )
}

function Keep({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const w = factorWords.use()
  const [kept, setKept] = useState(false)
  return (
    <div className="stack">
      <ShownOnce text={codes.join('\n')} label={w('codes')}>
        <p>{w('codesAbout')}</p>
      </ShownOnce>
      <label className="tick">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} /> {w('kept')}
      </label>
      <Button type="primary" disabled={!kept} onClick={onDone}>
        {w('finish')}
      </Button>
    </div>
  )
}
