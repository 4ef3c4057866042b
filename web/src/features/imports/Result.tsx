import { Alert } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { Import } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { importCan } from './can'
import { useCheck } from './Columns'
import { Counts } from './Counts'
import { ImportFacts } from './ImportFacts'
import { MarkedWorkbook } from './MarkedWorkbook'
import { PreviewRows } from './PreviewRows'
import { outcomeOf, type Outcome } from './read'
import { Troubles } from './Troubles'
import { imports } from './words'

/** What came of an import, and where to go from here. */
export function Result({ one }: { one: Import }) {
  const t = imports.use()
  const me = useMe()
  const navigate = useNavigate()
  const check = useCheck(one)
  const outcome = outcomeOf(one)
  const done = one.state === 'done'
  return (
    <>
      <Section title={t('result')}>
        <div className="stack">
          <Verdict one={one} outcome={outcome} />
          {outcome && outcome.rows > 0 && <Counts outcome={outcome} />}
          <MarkedWorkbook one={one} />
          <ProblemAlert error={check.error} />
          <div className="actions">
            {!done && (
              <ActionButton can={importCan.check(me, one)} loading={check.isPending} onClick={() => check.mutate()}>
                {t('checkAgain')}
              </ActionButton>
            )}
            <ActionButton type="primary" can={importCan.make(me)} onClick={() => void navigate(`/imports/new?kind=${one.kind}`)}>
              {t('another')}
            </ActionButton>
          </div>
          {done && <Next one={one} />}
        </div>
      </Section>
      <ImportFacts one={one} />
      {outcome && outcome.rows > 0 && <PreviewRows one={one} />}
    </>
  )
}

function Verdict({ one, outcome }: { one: Import; outcome: Outcome | null }) {
  const t = imports.use()
  if (one.state === 'cancelled') return <Alert type="info" showIcon title={t('wasCancelled')} />
  if (one.state === 'done') {
    const { milliseconds = null, rate = null } = outcome ?? {}
    const how = milliseconds !== null && rate !== null ? t('doneAbout', { seconds: (milliseconds / 1000).toFixed(1), rate: counted(rate) }) : null
    return <Alert type="success" showIcon title={t('done')} description={how} />
  }
  if (outcome?.code === 'rows-rejected') return <Alert type="error" showIcon title={t('failed')} description={t('failedAll', { count: counted(outcome.rejected) })} />
  if (outcome && outcome.problems.length > 0) return <Alert type="error" showIcon title={t('failedFile')} description={<Troubles troubles={outcome.problems} />} />
  return <Alert type="error" showIcon title={t('failed')} description={outcome?.why ?? t('failedInternal')} />
}

function Next({ one }: { one: Import }) {
  const t = imports.use()
  const me = useMe()
  const batch = one.batch_id ?? ''
  return (
    <p className="badges">
      {one.kind === 'register' && <Link to="/enterprises">{t('toRegister')}</Link>}
      {one.kind === 'titles' && may(me, 'library:list') && <Link to={`/library/titles/title-changes?rung=${one.source}`}>{t('toTitles')}</Link>}
      {one.kind === 'annual-reports' && may(me, 'library:list') && (
        <Link to={`/library/titles/annual-reports?rung=${one.source}&year=${one.period ?? ''}`}>{t('toReports')}</Link>
      )}
      {one.kind === 'values' && may(me, 'value:conflicts') && <Link to={`/conflicts?batch=${batch}`}>{t('toConflicts')}</Link>}
      {one.kind === 'values' && may(me, 'quality:read') && <Link to={`/quality?batch=${batch}`}>{t('toQuality')}</Link>}
    </p>
  )
}
