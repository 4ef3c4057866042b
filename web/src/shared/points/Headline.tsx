import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { common } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { topShare } from './numbers'
import { pointsWords } from './words'

type Place = PointsExplained['rank']

/** Total, grade, stage and places of an enterprise; why there are none, where there are none. */
export function Headline({ points }: { points: PointsExplained }) {
  const t = pointsWords.use()
  const { sums, stage } = points
  return (
    <>
      {points.illustrative && <p className="note">{t('illustrative')}</p>}
      <Withheld points={points} />
      <dl className="headline">
        <Tile label={t('total')} about={sums ? <NextGrade sums={sums} /> : undefined} kind="large">
          {sums ? sums.total : t('noTotal')}
          {sums && <span className="headline-grade">{sums.grade ? named(sums.grade.name) : t('noGrade')}</span>}
        </Tile>
        <Tile label={t('stage')} about={stage ? t('stageBy', { rule: stage.rule }) : undefined}>
          {stage ? named(stage.name) : t('noStage')}
        </Tile>
        <PlaceTile label={t('stageRank')} place={points.stage_rank} />
        <PlaceTile label={t('fieldRank')} place={points.field_rank} />
        <PlaceTile label={t('rank')} place={points.rank} />
        <Tile label={t('coverage')} kind="plain" about={`${t('asOf')} ${points.as_of}`}>
          {t('coverageOf', { known: points.known, asked: points.asked })}
        </Tile>
      </dl>
    </>
  )
}

function NextGrade({ sums }: { sums: NonNullable<PointsExplained['sums']> }) {
  const t = pointsWords.use()
  const next = sums.next_grade
  return next ? t('nextGrade', { grade: named(next.grade.name), lacking: next.lacking, at_least: next.at_least }) : t('bestGrade')
}

function Withheld({ points }: { points: PointsExplained }) {
  const t = pointsWords.use()
  const c = common.use()
  const listed = (names: readonly { zh: string; en?: string | null }[]) => names.map(named).join(c('comma'))
  return (
    <>
      {points.vetoes.map((veto) =>
        veto.applies ? (
          <Alert key={veto.code} className="problem" type="error" showIcon title={t('vetoed', { veto: named(veto.name) })} description={t('vetoedAbout')} />
        ) : (
          <Alert key={veto.code} className="problem" type="warning" showIcon title={t('vetoOpen', { veto: named(veto.name), missing: listed(veto.missing) })} />
        ),
      )}
      {points.stage_missing.length > 0 && <Alert className="problem" type="warning" showIcon title={t('stageMissing', { missing: listed(points.stage_missing) })} />}
    </>
  )
}

function PlaceTile({ label, place }: { label: string; place: Place | undefined }) {
  const t = pointsWords.use()
  return (
    <Tile label={label} about={place ? t('placeOf', { of: counted(place.of), share: topShare(place.place, place.of) }) : undefined}>
      {place ? t('place', { place: place.place }) : t('noRank')}
    </Tile>
  )
}

interface TileProps {
  label: string
  children: ReactNode
  about?: ReactNode
  kind?: 'large' | 'plain'
}

function Tile({ label, children, about, kind }: TileProps) {
  return (
    <div className={kind && `headline-${kind}`}>
      <dt>{label}</dt>
      <dd>
        {children}
        {about && <small>{about}</small>}
      </dd>
    </div>
  )
}
