import { prefer, useDark, usePreferences } from '@/shared/theme/preferences'
import { language, speak } from '@/shared/words/i18n'
import { layoutWords } from './words'

/** Language, size and colours. `onSpeak` also remembers the language in the profile. */
export function Looks({ onSpeak = speak }: { onSpeak?: (wanted: 'zh' | 'en') => void }) {
  const t = layoutWords.use()
  const dark = useDark()
  const { large } = usePreferences()
  const other = language() === 'zh' ? 'en' : 'zh'
  return (
    <>
      <button type="button" className="bar-button" aria-pressed={large} onClick={() => prefer({ large: !large })}>
        {t('largeFont')}
      </button>
      <button type="button" className="bar-button" aria-pressed={dark} onClick={() => prefer({ mode: dark ? 'light' : 'dark' })}>
        {t('dark')}
      </button>
      <button type="button" className="bar-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => onSpeak(other)}>
        {t('switchLanguage')}
      </button>
    </>
  )
}
