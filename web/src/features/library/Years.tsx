import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { codeOf } from '@/shared/api/problem'
import { Frame } from '@/shared/table/Frame'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { shareOf } from '@/shared/words/values'
import { conversionWords } from './conversionWords'
import { library } from './words'

/** Published years beside each other, and moves between growth stages. */
export function Years({ run }: { run: string }) {
  const t = library.use()
  const params = { path: { id: run } }
  const years = useQuery({
    queryKey: ['library', run, 'years'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/library-years', { params, signal })),
  })
  return (
    <>
      <Section title={t('years')}>
        {years.isPending && <Loading />}
        <ProblemAlert error={years.error} onRetry={() => void years.refetch()} />
        {years.data && years.data.years.length === 0 && <p className="about">{t('movesNone')}</p>}
        {years.data && years.data.years.length > 0 && (
          <Frame label={t('years')}>
            <table className="table">
              <thead>
                <tr>
                  {['year', 'rung', 'recognised', 'entered', 'left', 'hopeful'].map((head) => (
                    <th scope="col" key={head}>
                      {t(head as 'year')}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {years.data.years.flatMap((year) =>
                  year.rungs
                    .filter((rung) => rung.recognised + rung.hopeful + rung.left > 0)
                    .map((rung) => (
                      <tr key={`${year.year}${rung.rung}`}>
                        <td>
                          {year.year}
                          <small>{year.on}</small>
                        </td>
                        <th scope="row">{rung.name}</th>
                        <td>{rung.recognised}</td>
                        <td>{rung.entered}</td>
                        <td>{rung.left}</td>
                        <td>{rung.hopeful}</td>
                      </tr>
                    )),
                )}
              </tbody>
            </table>
          </Frame>
        )}
      </Section>
      {years.data && <Conversions years={years.data.years} />}
      <Moves run={run} />
    </>
  )
}

type Year = components['schemas']['LibraryYear']

/** From rung to rung, year by year, by what authorities recognised. */
function Conversions({ years }: { years: readonly Year[] }) {
  const t = library.use()
  const c = conversionWords.use()
  const lines = years.flatMap(({ year, on, conversions }) => conversions.filter((one) => one.recognised > 0).map((one) => ({ year, on, ...one })))
  if (lines.length === 0) return null
  return (
    <Section title={c('yearConversions')} about={c('yearConversionsAbout')}>
      <Frame label={c('yearConversions')}>
        <table className="table">
          <thead>
            <tr>
              {[t('year'), t('from'), t('to'), c('heldBefore'), c('converted'), c('convertedShare'), c('leftBoth')].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => (
              <tr key={`${one.year}${one.below}${one.above}`}>
                <td>
                  {one.year}
                  <small>{one.on}</small>
                </td>
                <td>{one.below_name}</td>
                <th scope="row">{one.above_name}</th>
                <td>{one.recognised}</td>
                <td>{one.converted}</td>
                <td>{shareOf(one.converted, one.recognised)}</td>
                <td>{one.left}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Frame>
    </Section>
  )
}

function Moves({ run }: { run: string }) {
  const t = library.use()
  const found = useQuery({
    queryKey: ['library', run, 'moves'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/stage-moves', { params: { path: { id: run } }, signal })),
    retry: false,
  })
  const alone = codeOf(found.error) === 'not-found'
  return (
    <Section title={t('moves')}>
      {found.isPending && <Loading />}
      {alone ? <p className="about">{t('movesNone')}</p> : <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p>{t('movesText', { since: found.data.since, year: found.data.year, both: found.data.both, moved: found.data.moved, share: found.data.share })}</p>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('from')}</th>
                <th scope="col">{t('to')}</th>
                <th scope="col">{t('count')}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.moves.map((move) => (
                <tr key={`${move.from}→${move.to}`}>
                  <td>{move.from_name ?? t('unknownStage')}</td>
                  <td>{move.to_name ?? t('unknownStage')}</td>
                  <td>{move.enterprises}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Section>
  )
}
