import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Participant } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Note, VerdictBadge } from './Badges'
import { RungDetail } from './RungDetail'
import { OwnData, usePlaceToCorrect } from './OwnData'
import { branches, type EnterpriseRung, type Ladder, type Line } from './verdict'
import { library } from './words'

/** The ladder of an enterprise, for officers. */
export function LadderPage() {
  const { id = '' } = useParams()
  return <LadderOf id={id} />
}

/** The ladder of one's own enterprise. */
export function OwnLadderPage() {
  const t = library.use()
  const found = useQuery({
    queryKey: ['enterprises', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises', { params: { query: { limit: 1 } }, signal })),
  })
  const own = found.data?.items[0]
  if (own) return <LadderOf id={own.id} own />
  return (
    <Page title={t('ownTitle')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Empty title={t('noEnterprise')} />}
    </Page>
  )
}

function LadderOf({ id, own = false }: { id: string; own?: boolean }) {
  const t = library.use()
  const me = useMe()
  const [address] = useSearchParams()
  const [run, on] = [address.get('run'), address.get('on')]
  const [purpose] = usePurpose()
  const query = { ...(run && !own && { run_id: run }), ...(on && { on }) }
  const found = useQuery({
    queryKey: ['ladder', id, query, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}/ladder', { params: { path: { id }, query: { ...query, ...(purpose && { purpose }) } }, signal })),
    retry: false,
  })
  const ladder = found.data
  const place = usePlaceToCorrect(own, ladder?.participant_id)
  const title = own || !ladder ? t('ownTitle') : t('ladderOf', { name: ladder.name })
  const back = may(me, 'library:list') && <Link to={`/library${run ? `?run=${run}` : ''}`}>{t('back')}</Link>
  // What an enterprise says there goes through review, and from there into the next draft run.
  const correct = own
    ? place && <Link to={`/filings/${place.id}`}>{t('correct')}</Link>
    : may(me, 'enterprise:values') && <Link to={`/enterprises/${id}`}>{t('correctOfficer')}</Link>
  const actions = (
    <>
      {correct}
      {back}
    </>
  )
  return (
    <Page title={title} about={ladder && t('ladderAbout', { year: ladder.year, on: ladder.on })} actions={actions}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {ladder && <Climb ladder={ladder} place={place} />}
    </Page>
  )
}

function Climb({ ladder, place }: { ladder: Ladder; place: Participant | undefined }) {
  const t = library.use()
  const [checking, check] = useState<Line | null>(null)
  const [chosen, choose] = useState(() => first(ladder.rungs))
  const rung = ladder.rungs.find((one) => one.rung === chosen)
  return (
    <>
      <Note text={ladder.note} />
      {ladder.run_state !== 'published' && <p className="note">{t('current')}</p>}
      <div className="card">
        <div className="ladder-branches">
          {branches(ladder.rungs).map((branch) => (
            <ol className="ladder-branch climb" key={branch[0]?.rung}>
              {branch.map((one) => (
                <li key={one.rung}>
                  <button type="button" className={step(one)} aria-pressed={one.rung === chosen} onClick={() => choose(one.rung)}>
                    <strong>{one.name}</strong>
                    <span className="badges">
                      {one.recognition && <Held rung={one} />}
                      <VerdictBadge verdict={one.verdict} />
                      {!one.official && <span className="badge badge-wait">{t('illustrative')}</span>}
                    </span>
                    <Distance rung={one} />
                  </button>
                </li>
              ))}
            </ol>
          ))}
        </div>
      </div>
      {rung && <RungDetail rung={rung} ladder={ladder} onCheck={place && check} />}
      {place && checking && <OwnData place={place} title={checking.name} items={checking.items} onClose={() => check(null)} />}
    </>
  )
}

/** The first rung that is not recognised and could be reached; that is what people come for. */
function first(rungs: readonly EnterpriseRung[]): string | undefined {
  const next = rungs.find((one) => !one.recognition && one.reachable && !one.place) ?? rungs[0]
  return next?.rung
}

function step(rung: EnterpriseRung): string {
  if (rung.recognition) return 'climb-step climb-held'
  return rung.verdict === 'meets' || rung.verdict === 'promising' ? 'climb-step climb-ready' : 'climb-step'
}

function Held({ rung }: { rung: EnterpriseRung }) {
  const t = library.use()
  const day = rung.recognition?.valid_to
  return (
    <span className="badge badge-good">
      <span aria-hidden="true">✓</span> {day ? t('stateHeldUntil', { day }) : t('stateHeld')}
    </span>
  )
}

function Distance({ rung }: { rung: EnterpriseRung }) {
  const t = library.use()
  if (!rung.reachable) return <small>{t('unreachable')}</small>
  if (rung.short) return <small>{t('missingShort', { count: rung.short })}</small>
  return null
}

export { LadderPage as Component }
