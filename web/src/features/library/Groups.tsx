import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { Frame } from '@/shared/table/Frame'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import type { Library } from './verdict'
import { library } from './words'

type By = 'park' | 'field'

interface Props {
  run: string
  query: { on?: string; review?: boolean }
  library: Library
}

/** Every rung by park or by field. */
export function Groups({ run, query, library: shown }: Props) {
  const t = library.use()
  const [by, setBy] = useState<By>('park')
  const found = useQuery({
    queryKey: ['library', run, 'groups', by, query],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/runs/{id}/library-groups', { params: { path: { id: run }, query: { by, ...query } }, signal })),
  })
  const choice = (
    <Choice
      aria-label={t('groups')}
      value={by}
      onChange={(value) => setBy((value ?? 'park') as By)}
      options={[
        { value: 'park', label: t('byPark') },
        { value: 'field', label: t('byField') },
      ]}
      always
    />
  )
  return (
    <Section title={t('groups')} actions={choice}>
      {found.isPending && <Loading />}
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data && (
        <Frame label={t('groups')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('group')}</th>
                <th scope="col">{t('groupAll')}</th>
                {shown.rungs.map((rung) => (
                  <th scope="col" key={rung.rung}>
                    {rung.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.groups.map((group) => (
                <tr key={group.key ?? ''}>
                  <th scope="row">{group.name ?? t('nobody')}</th>
                  <td>{group.enterprises}</td>
                  {group.rungs.map(({ rung, recognised, hopeful }) => (
                    <td key={rung}>{t('cell', { recognised, hopeful })}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Frame>
      )}
    </Section>
  )
}
