import { common, nameOf } from '@/shared/words/common'
import { linesOf } from './changes'
import { changeWords } from './words'

/** Fields that changed, with before and after, and facts beside them. */
export function Changes({ detail }: { detail: unknown }) {
  const t = changeWords.use()
  const lines = linesOf(detail, named)
  if (lines.length === 0) return null
  return (
    <table className="changes">
      <caption className="for-readers">{t('detail')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.field}>
            <th scope="row">
              <FieldName field={line.field} />
            </th>
            {'value' in line ? <td colSpan={2}>{line.value}</td> : <td>{line.before}</td>}
            {'after' in line && <td>{line.after}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FieldName({ field }: { field: string }) {
  const t = changeWords.use()
  const key = `field.${field}`
  return changeWords.has(key) ? t(key) : <code>{field}</code>
}

/** A value as people say it, where it is a word of the platform. */
function named(field: string, value: string): string {
  if (value === 'true') return common.say('yes')
  if (value === 'false') return common.say('no')
  if (field === 'roles') return nameOf('role', value)
  const key = `${field}.${value}`
  return changeWords.has(key) ? changeWords.say(key) : value
}
