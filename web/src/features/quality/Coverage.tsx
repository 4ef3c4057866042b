import type { components } from '@/shared/api/schema'
import { useDictionary } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { quality } from './words'

type Covered = components['schemas']['CoverageBody']

/** How many enterprises have a known value of each item, and from which source. */
export function Coverage({ rows, participants }: { rows: readonly Covered[]; participants: number }) {
  const t = quality.use()
  const dictionary = useDictionary()
  const columns: Column<Covered>[] = [
    { key: 'item', title: t('item'), render: (one) => dictionary.heading(one.item) },
    { key: 'known', title: t('known'), render: (one) => counted(one.known), number: true, still: true },
    {
      key: 'share',
      title: t('share'),
      render: (one) => (
        <span className="share">
          <progress max={Math.max(1, participants)} value={one.known} aria-label={dictionary.name(one.item)} />
          {shareOf(one.known, participants)}
        </span>
      ),
      still: true,
    },
    { key: 'sources', title: t('sources'), render: sourcesOf },
  ]
  return (
    <Section title={t('coverage')} about={t('coverageAbout')}>
      {rows.length === 0 && <p>{t('noItems')}</p>}
      {rows.length > 0 && <Rows label={t('coverage')} columns={columns} rows={rows} rowKey={(one) => one.item} />}
    </Section>
  )
}

function sourcesOf(one: Covered): string {
  const sources = Object.entries(one.sources).sort(([, left], [, right]) => right - left)
  return sources.map(([source, count]) => quality.say('sourceCount', { source: nameOf('source', source), count: counted(count) })).join(' · ')
}
