import { useTranslation } from 'react-i18next'
import { i18next } from './i18n'

/** What may stand in a sentence: `{{name}}`. */
export type Parts = Record<string, string | number>

/** Says a sentence of a dictionary. */
export type Say<Key extends string> = (key: Key, parts?: Parts) => string

/** The sentences of one part of the console, in both languages. */
export interface Words<Key extends string> {
  /** In a component: follows the language. */
  use: () => Say<Key>
  /** Elsewhere: in the language of now. */
  say: Say<Key>
  /** Whether there is such a sentence; words that come from the server may be newer than this page. */
  has: (key: string) => key is Key
  zh: Record<Key, string>
  en: Record<Key, string>
}

/** Declares the sentences of a part. TypeScript sees to it that both languages have the same keys. */
export function words<Key extends string>(
  namespace: string,
  zh: Record<Key, string>,
  en: Record<NoInfer<Key>, string>,
): Words<Key> {
  i18next.addResourceBundle('zh', namespace, zh)
  i18next.addResourceBundle('en', namespace, en)
  // Keys may hold dots and colons: permissions do.
  const say: Say<Key> = (key, parts) => i18next.t(key, { ...parts, ns: namespace, nsSeparator: false })
  return {
    say,
    use: () => {
      // Subscribes the component to changes of language.
      useTranslation()
      return say
    },
    has: (key): key is Key => key in zh,
    zh,
    en,
  }
}
