import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import { Rows } from '@/shared/table/Rows'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { may, useMe } from '@/shared/me/me'
import type { Shown } from './types'
import { weighing } from './weightWords'

const JUDGEMENTS = ['9', '7', '5', '3', '1', '1/3', '1/5', '1/7', '1/9'] as const
const MOST = 15

interface Criterion {
  code: string
  name: string
}

/** What can be compared: the base pillars at the top, or the indicators of one of them. */
function criteriaOf(shown: Shown, of: string): Criterion[] {
  const criterion = ({ code, name }: { code: string; name: { zh: string; en?: string | null } }) => ({ code, name: named(name) })
  if (of === '') return shown.pillars.filter((one) => one.class === 'base' && !one.parent).map(criterion)
  return shown.indicators.filter(({ pillar }) => pillar === of).map(criterion)
}

/** Comparisons in pairs: weights, and how consistent the judgements are. */
export function Pairwise({ shown }: { shown: Shown }) {
  const t = weighing.use()
  const me = useMe()
  const id = useId()
  const [of, setOf] = useState('')
  const [judged, setJudged] = useState<Record<string, string>>({})
  const criteria = criteriaOf(shown, of)
  const pairs = criteria.flatMap((one, at) => criteria.slice(at + 1).map((other) => ({ one, other, key: `${one.code} ${other.code}` })))
  const found = useMutation({
    mutationFn: () =>
      good(
        api.POST('/api/v1/weights/pairwise', {
          body: { criteria: criteria.length, pairs: pairs.map(({ key }) => judged[key] ?? '1'), ...(of === '' && { full_points: shown.full_points }) },
        }),
      ),
  })
  if (!may(me, 'scheme:write')) return null
  const options = [{ value: '', label: t('of.pillars') }, ...shown.pillars.filter((one) => shown.indicators.some(({ pillar }) => pillar === one.code)).map((one) => ({ value: one.code, label: t('of.indicators', { pillar: named(one.name) }) }))]
  const fits = criteria.length >= 2 && criteria.length <= MOST
  return (
    <section>
      <h3 className="board-heading">{t('pairwise')}</h3>
      <p className="about">{t('pairwiseAbout')}</p>
      <div className="questions">
        <div className="field-inline">
          <label htmlFor={id}>{t('criteria')}</label>
          <Choice
            id={id}
            always
            value={of}
            onChange={(value) => {
              setOf(value ?? '')
              found.reset()
            }}
            options={options}
          />
        </div>
      </div>
      {!fits && <p className="note">{t('tooMany')}</p>}
      {fits && (
        <>
          <ul className="pairs">
            {pairs.map(({ one, other, key }) => (
              <li key={key}>
                <label htmlFor={`${id}-${key}`}>{t('judge', { one: one.name, other: other.name })}</label>
                <Choice id={`${id}-${key}`} always value={judged[key] ?? '1'} onChange={(value) => setJudged((known) => ({ ...known, [key]: value ?? '1' }))} options={JUDGEMENTS.map((value) => ({ value, label: t(`judge.${value}`) }))} />
              </li>
            ))}
          </ul>
          <Button loading={found.isPending} onClick={() => found.mutate()}>
            {t('compute')}
          </Button>
        </>
      )}
      <ProblemAlert error={found.error} />
      {found.data && found.data.weights.length === criteria.length && (
        <>
          <p role="status">
            {t('ratio', { ratio: found.data.ratio })} · <strong className={found.data.consistent ? 'good-text' : 'bad-text'}>{found.data.consistent ? t('consistent') : t('inconsistent')}</strong>
          </p>
          <Rows
            label={t('pairwise')}
            rows={criteria.map((one, at) => ({ ...one, weight: found.data.weights[at] ?? '', points: found.data.points?.[at] ?? '—' }))}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: t('criteria'), render: ({ name }) => name },
              { key: 'weight', title: t('weight'), render: ({ weight }) => weight, number: true },
              { key: 'points', title: t('points'), render: ({ points }) => points, number: true },
            ]}
          />
        </>
      )}
    </section>
  )
}
