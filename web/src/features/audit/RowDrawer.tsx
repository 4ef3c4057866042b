import { Link } from 'react-router'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { auditName } from '@/shared/words/audit'
import { atSecond } from '@/shared/words/time'
import type { AuditRow } from './AuditPage'
import { linesOf } from './changes'
import { audit } from './words'

/** One row of the log with everything it holds. */
export function RowDrawer({ row, onClose }: { row: AuditRow | null; onClose: () => void }) {
  const t = audit.use()
  return (
    <DetailDrawer title={row ? t('row', { seq: row.seq }) : ''} open={row !== null} onClose={onClose}>
      {row && (
        <div className="stack">
          <Facts
            facts={[
              [t('at'), atSecond(row.at)],
              [t('who'), row.actor_name ?? t('nobody')],
              [t('what'), `${auditName('action', row.action)} (${row.action})`],
              [t('on'), `${auditName('resource', row.resource)} (${row.resource})`],
              [t('objectId'), row.resource_id && <code key="id">{row.resource_id}</code>],
              [t('outcome'), <Badge key="outcome" group="outcome" word={row.outcome} />],
              [t('purpose'), row.purpose],
              [t('address'), row.address],
              [t('request'), row.request_id && <code key="request">{row.request_id}</code>],
              [t('hash'), <code key="hash">{row.hash}</code>],
            ]}
          />
          <Changes detail={row.detail} />
          <div className="actions">
            {row.actor_id && (
              <Link to={`/audit?actor_id=${row.actor_id}`} onClick={onClose}>
                {t('byThis')}
              </Link>
            )}
            {row.resource_id && (
              <Link to={`/audit?resource_id=${row.resource_id}`} onClick={onClose}>
                {t('onThis')}
              </Link>
            )}
          </div>
        </div>
      )}
    </DetailDrawer>
  )
}

function Changes({ detail }: { detail: unknown }) {
  const t = audit.use()
  const lines = linesOf(detail)
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
              <code>{line.field}</code>
            </th>
            {'value' in line ? <td colSpan={2}>{line.value}</td> : <td>{line.before}</td>}
            {'after' in line && <td>{line.after}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
