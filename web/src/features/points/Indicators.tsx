import { Button } from 'antd'
import { useState } from 'react'
import type { IndicatorWhy, PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { shareOfFull } from '@/shared/points/numbers'
import { resultWords } from '@/shared/results/words'
import { Section } from '@/shared/ui/Page'
import { Bar } from './Pillars'
import { Why } from './Why'
import { points } from './words'

interface Props {
  of: PointsExplained
  purpose: string
}

/** Every indicator that counts, by pillar; each opens to its reason. */
export function Indicators({ of, purpose }: Props) {
  const t = points.use()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const all = opened.size >= of.indicators.length
  const toggle = (code: string, open: boolean) =>
    setOpened((known) => {
      const next = new Set(known)
      if (open) next.add(code)
      else next.delete(code)
      return next
    })
  const both = (
    <Button onClick={() => setOpened(all ? new Set() : new Set(of.indicators.map(({ code }) => code)))}>{all ? t('closeAll') : t('openAll')}</Button>
  )
  return (
    <Section title={t('indicators')} about={t('indicatorsAbout')} actions={both}>
      {of.pillars.map((pillar) => {
        const inside = of.indicators.filter((one) => one.pillar === pillar.code)
        if (inside.length === 0) return null
        return (
          <section key={pillar.code} aria-label={named(pillar.name)}>
            <h3 className="board-heading">{named(pillar.name)}</h3>
            <ul className="why-list">
              {inside.map((one) => (
                <li key={one.code}>
                  <details open={opened.has(one.code)} onToggle={(event) => toggle(one.code, event.currentTarget.open)}>
                    <summary>
                      <Head one={one} kind={pillar.class} />
                    </summary>
                    {opened.has(one.code) && <Why one={one} of={of} purpose={purpose} />}
                  </details>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Section>
  )
}

function Head({ one, kind }: { one: IndicatorWhy; kind: PointsExplained['pillars'][number]['class'] }) {
  const t = points.use()
  return (
    <span className="why-head">
      <span className="why-name">{named(one.name)}</span>
      <span className="why-value">{one.value ?? t('noValue')}</span>
      <span className="why-score">
        <strong>{kind === 'deduction' && one.points !== '0' ? `−${one.points}` : one.points}</strong> / {one.full}
        <span className="why-lost">{kind === 'deduction' ? t('deducted') : `${t('lost')} ${one.lost}`}</span>
      </span>
      <Bar share={shareOfFull(one.points, one.full)} kind={kind} />
      <Flags flags={one.flags} />
    </span>
  )
}

function Flags({ flags }: { flags: readonly string[] }) {
  const r = resultWords.use()
  if (flags.length === 0) return <span className="badges" />
  return (
    <span className="badges">
      {flags.map((flag) => {
        const key = `flag.${flag}`
        const bad = flag === 'missing' || flag === 'undefined' || flag === 'no-reference'
        return (
          <span key={flag} className={bad ? 'badge badge-wait' : 'badge'}>
            {resultWords.has(key) ? r(key) : flag}
          </span>
        )
      })}
    </span>
  )
}
