import { Button } from 'antd'
import { useId } from 'react'
import type { PointsExplained } from '@/shared/api/types'
import { named, useDictionary } from '@/shared/dictionary/items'
import { ValueInput } from '@/shared/filings/ValueInput'
import { Section } from '@/shared/ui/Page'
import { common } from '@/shared/words/common'
import { reachOf, type Trial } from './trial'
import { points } from './words'

type Input = PointsExplained['inputs'][number]

interface Props {
  of: PointsExplained
  trial: Trial
  wrong: Record<string, string>
  onChange: (input: Input, value: string) => void
}

/** Every item that can be tried, below the pillar that looks at it first. */
export function TrialFields({ of, trial, wrong, onChange }: Props) {
  const pillarOf = (input: Input) => of.indicators.find(({ code }) => code === input.indicators[0])?.pillar
  return (
    <div>
      {of.pillars.map((pillar) => {
        const inputs = of.inputs.filter((input) => pillarOf(input) === pillar.code)
        if (inputs.length === 0) return null
        return (
          <Section key={pillar.code} title={named(pillar.name)}>
            <ul className="trial-fields">
              {inputs.map((input) => (
                <TrialField key={input.code} input={input} of={of} value={trial[input.code]} wrong={wrong[input.code]} onChange={(value) => onChange(input, value)} />
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
  )
}

interface FieldProps {
  input: Input
  of: PointsExplained
  /** What is tried; undefined while it is as it is. */
  value: string | undefined
  wrong: string | undefined
  onChange: (value: string) => void
}

function TrialField({ input, of, value, wrong, onChange }: FieldProps) {
  const t = points.use()
  const c = common.use()
  const dictionary = useDictionary()
  const id = useId()
  const item = dictionary.find(input.code)
  const name = named(input.name)
  const shown = value ?? input.typed ?? ''
  const indicators = input.indicators.flatMap((code) => of.indicators.filter((one) => one.code === code)).map((one) => named(one.name))
  const isNumber = item?.kind === 'number'
  const said = { id, value: shown, 'aria-describedby': `${id}-note`, 'aria-invalid': wrong !== undefined } as const
  return (
    <li className={value === undefined ? 'trial-field' : 'trial-field trial-changed'}>
      <div className="trial-label">
        <label htmlFor={id}>{dictionary.heading(input.code)}</label>
        {value !== undefined && <span className="badge badge-wait">{t('changed')}</span>}
        {value !== undefined && (
          <Button size="small" type="text" aria-label={t('resetOne', { item: name })} onClick={() => onChange(input.typed ?? '')}>
            {t('reset')}
          </Button>
        )}
      </div>
      <div className={isNumber ? 'trial-controls' : undefined}>
        <ValueInput item={input.code} {...said} onChange={onChange} placeholder={t('asMissing')} />
        {isNumber && <Slider name={name} input={input} of={of} shown={shown} onChange={onChange} />}
      </div>
      <small id={`${id}-note`} className={wrong ? 'bad-text' : undefined}>
        {wrong ?? (input.typed ? t('present', { value: present(dictionary.value(input.code, input.typed), item?.unit) }) : t('presentMissing'))}
        {!wrong && indicators.length > 0 && ` · ${t('usedBy', { indicators: indicators.join(c('comma')) })}`}
      </small>
    </li>
  )
}

function present(value: string, unit: string | null | undefined): string {
  return unit ? `${value}${unit}` : value
}

function Slider({ name, input, of, shown, onChange }: { name: string; input: Input; of: PointsExplained; shown: string; onChange: (value: string) => void }) {
  const t = points.use()
  const wanted = of.gains.filter(({ item }) => item.code === input.code).map(({ typed }) => typed)
  const { min, max, step } = reachOf(input.typed, wanted)
  const number = Number(shown)
  return (
    <input
      type="range"
      className="slider"
      aria-label={t('slider', { item: name })}
      min={min}
      max={max}
      step={step}
      value={Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : min}
      // The slider goes in steps of its own; what it says is cut to what people type.
      onChange={(event) => onChange(String(Number(Number(event.target.value).toFixed(4))))}
    />
  )
}
