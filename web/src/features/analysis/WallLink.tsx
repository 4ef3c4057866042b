import { TokenDrawer } from '@/shared/dialog/TokenDrawer'
import { analysis } from './words'

/** Makes a link to the wall screen: a token that opens that one answer, in an address. */
export function WallLink({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = analysis.use()
  const words = {
    title: t('link'),
    about: t('linkAbout'),
    name: t('linkName'),
    nameHelp: t('linkNameHelp'),
    days: t('linkDays'),
    daysHelp: t('linkDaysHelp'),
    submit: t('linkMake'),
    made: t('linkMade'),
    text: t('linkText'),
    use: t('linkUse'),
  }
  return <TokenDrawer open={open} onClose={onClose} words={words} scopes={() => ['screen:read']} shown={(token) => `${window.location.origin}/wall#${token}`} />
}
