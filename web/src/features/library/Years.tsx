import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'
import { Frame } from '@/shared/table/Frame'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
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
      <Moves run={run} />
    </>
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
