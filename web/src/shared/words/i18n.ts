import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the console, as the API names them. */
export type Language = 'zh' | 'en'

const KEPT = 'jifen-language'

/** What this browser was told last, else what it prefers, else Chinese. */
export function firstLanguage(kept: string | null, preferred: readonly string[]): Language {
  if (kept === 'zh' || kept === 'en') return kept
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en')
  return known === 'en' ? 'en' : 'zh'
}

function start(): Language {
  if (typeof window === 'undefined') return 'zh'
  return firstLanguage(window.localStorage.getItem(KEPT), window.navigator.languages)
}

void i18next.use(initReactI18next).init({
  lng: start(),
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes.
  keySeparator: false,
  initAsync: false,
})

/** The language of the page now. */
export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Turns the page into another language and keeps the choice in this browser. */
export function speak(wanted: Language): void {
  window.localStorage.setItem(KEPT, wanted)
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en'
  if (wanted !== i18next.language) void i18next.changeLanguage(wanted)
}

export { i18next }
