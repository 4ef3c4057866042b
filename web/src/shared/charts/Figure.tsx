import type { ReactNode } from 'react'
import { words } from '@/shared/words/words'

const own = words('figure', { table: '查看数据表' }, { table: 'Show as a table' })

interface Props {
  /** What the picture is of. */
  title: string
  /** What it says, in a sentence, for those who do not see it. */
  says: string
  /** The picture. */
  children: ReactNode
  /** The same numbers as a table. */
  table: ReactNode
  /** What lines and colours mean. */
  legend?: ReactNode
}

/** A picture with its sentence and its numbers. */
export function Figure({ title, says, children, table, legend }: Props) {
  const t = own.use()
  return (
    <figure className="figure">
      <div role="img" aria-label={says}>
        {children}
      </div>
      {legend && <div className="legend" aria-hidden="true">{legend}</div>}
      <details>
        <summary>
          {t('table')}
          <span className="for-readers"> {title}</span>
        </summary>
        {table}
      </details>
    </figure>
  )
}
