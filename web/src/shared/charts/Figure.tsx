import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { save } from '@/shared/table/ExportButtons'
import { SaveTable } from '@/shared/table/SaveTable'
import { words } from '@/shared/words/words'
import { asPng } from './picture'

const own = words('figure', { table: '查看数据表', save: '保存为图片', saveOf: '将“{{title}}”保存为图片' }, { table: 'Show as a table', save: 'Save as a picture', saveOf: 'Save “{{title}}” as a picture' })

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
  /** The picture can be saved under this name. */
  saved?: string
}

/** A picture with its sentence and its numbers. */
export function Figure({ title, says, children, table, legend, saved }: Props) {
  const t = own.use()
  const frame = useRef<HTMLDivElement>(null)
  const keep = async () => {
    const drawn = frame.current?.querySelector('svg')
    if (drawn) save({ name: `${saved ?? title}.png`, content: await asPng(drawn) })
  }
  return (
    <figure className="figure">
      <div role="img" aria-label={says} ref={frame}>
        {children}
      </div>
      {legend && <div className="legend" aria-hidden="true">{legend}</div>}
      {saved && (
        <Button size="small" className="figure-save" aria-label={t('saveOf', { title })} onClick={() => void keep()}>
          {t('save')}
        </Button>
      )}
      <details>
        <summary>
          {t('table')}
          <span className="for-readers"> {title}</span>
        </summary>
        {saved ? <SaveTable title={saved}>{table}</SaveTable> : table}
      </details>
    </figure>
  )
}
