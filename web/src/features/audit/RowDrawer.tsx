import { Link } from 'react-router'
import { Changes } from '@/shared/changes/Changes'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { auditName } from '@/shared/words/audit'
import { atSecond } from '@/shared/words/time'
import type { AuditRow } from './AuditPage'
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
