import { Choices } from '@/shared/controls/Choices'
import { TokenDrawer } from '@/shared/dialog/TokenDrawer'
import { Field, asList } from '@/shared/form/Field'
import { useMe } from '@/shared/me/me'
import { permissionName } from '@/shared/words/permissions'
import { profile } from './words'

// Tokens cannot prove that somebody is there (crates/server/src/me/tokens.rs): the server refuses those permissions.
const ONLY_IN_PERSON = new Set(['organisation:close', 'user:change', 'user:reset', 'backup:make', 'webhook:change'])

/** Makes a token for a program. */
export function AddToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = profile.use()
  const me = useMe()
  const single = Object.keys(me.permissions).filter((name) => !ONLY_IN_PERSON.has(name))
  const options = [
    { value: 'read', label: t('scopeRead'), about: t('scopeReadAbout') },
    ...single.map((name) => ({ value: name, label: permissionName(name) })),
  ]
  const words = {
    title: t('addToken'),
    name: t('tokenName'),
    nameHelp: t('tokenNameHelp'),
    days: t('days'),
    daysHelp: t('daysHelp'),
    submit: t('addToken'),
    made: t('tokenMade'),
    text: t('tokenText'),
    use: t('tokenUse'),
  }
  return (
    <TokenDrawer<{ scopes: string[] }> open={open} onClose={onClose} words={words} initial={{ scopes: ['read'] }} scopes={({ scopes }) => scopes}>
      <Field name="scopes" label={t('scopes')} required normalize={asList}>
        <Choices label={t('scopes')} options={options} />
      </Field>
    </TokenDrawer>
  )
}
