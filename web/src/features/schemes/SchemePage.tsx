import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { named } from '@/shared/dictionary/items'
import { useScheme } from '@/shared/schemes/schemes'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { shownQuery } from './asked'
import { Compared, useCompared } from './Changes'
import { ShownScheme } from './ShownScheme'
import { schemes } from './words'

/** A scheme that evaluations can be computed by, as people read it. */
export function SchemePage() {
  const t = schemes.use()
  const [address] = useSearchParams()
  const path = address.get('path') ?? ''
  const known = useScheme(path)
  const found = useQuery(shownQuery(path))
  const [from, choose] = useCompared(path)
  const changes = useQuery({
    queryKey: ['schemes', 'changes', from, path],
    queryFn: ({ signal }) => good(api.GET('/api/v1/schemes/changes', { params: { query: { from: from ?? '', to: path } }, signal })),
    enabled: from !== undefined,
  })
  const actions = (
    <>
      <Link className="action-link" to="/schemes">
        {t('back')}
      </Link>
      <a className="action-link" href={`/api/v1/schemes/text?path=${encodeURIComponent(path)}`} download>
        {t('download')}
      </a>
    </>
  )
  return (
    <Page title={found.data ? named(found.data.name) : known ? named(known.name) : t('title')} actions={actions}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <ShownScheme of={found.data} />}
      {found.data && (
        <Section title={t('changes')}>
          <Compared than={path} from={from} onChoose={choose} asked={changes} />
        </Section>
      )}
    </Page>
  )
}

export { SchemePage as Component }
