import { Alert, Button } from 'antd'
import type { Invited } from '@/shared/api/types'
import { ShownOnce } from '@/shared/ui/CopyText'
import { common } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { words } from '@/shared/words/words'

const own = words('invited-link', {
  about: '请将以下链接转交 {{name}}（账号 {{login}}），由其本人设置密码。链接在 {{until}} 前有效，只能使用一次。',
  link: '一次性链接',
  gone: '链接只在首次生成时显示。请在“人员管理”中重置密码，重新生成链接。',
}, {
  about: 'Give this link to {{name}} (log-in name {{login}}), who chooses a password by it. It works once, until {{until}}.',
  link: 'One-time link',
  gone: 'The link was shown when it was made. Reset the password under “People” for a new one.',
})

/** The link of a person who was invited or reset, to be handed over. */
export function InvitedLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const o = own.use()
  const c = common.use()
  const { link, user, link_expires_at } = invited
  return (
    <div className="stack">
      {link && (
        <ShownOnce text={link} label={o('link')}>
          <p>{o('about', { name: user.name, login: user.login, until: atMinute(link_expires_at) })}</p>
        </ShownOnce>
      )}
      {!link && <Alert type="info" showIcon title={o('gone')} />}
      <Button type="primary" onClick={onDone}>
        {c('done')}
      </Button>
    </div>
  )
}
