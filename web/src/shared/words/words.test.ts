import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { firstLanguage, i18next } from './i18n'
import type { Words } from './words'

const SOURCE = new URL('../../', import.meta.url).pathname

/** Every dictionary of the console. */
const modules = import.meta.glob<Record<string, unknown>>(['../../**/words.ts', '../../**/*.tsx', '../words/*.ts', '!../../**/*.test.ts', '!../../main.tsx', '!../../app/routes.tsx'])

function isDictionary(value: unknown): value is Words<string> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && 'say' in value
}

/** Files whose strings people may read. */
function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.|schema\.d\.ts$/.test(name),
  )
}

/** What a sentence wants to be told. */
function parts(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
}

describe('dictionaries', async () => {
  await Promise.all(Object.values(modules).map((load) => load()))
  const zh = i18next.store.data.zh ?? {}
  const en = i18next.store.data.en ?? {}

  test('there are some', () => {
    expect(Object.keys(zh).length).toBeGreaterThan(12)
  })

  test.each(Object.keys(zh))('%s says the same in both languages', (namespace) => {
    const chinese = zh[namespace] as Record<string, string>
    const english = en[namespace] as Record<string, string>
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
    for (const [key, sentence] of Object.entries(chinese)) {
      expect(parts(english[key] ?? ''), `${namespace}:${key}`).toEqual(parts(sentence))
      expect(sentence.trim(), `${namespace}:${key}`).not.toBe('')
      expect(english[key]?.trim(), `${namespace}:${key}`).not.toBe('')
    }
  })

  test.each(Object.keys(zh))('%s: Chinese is Chinese, English is English', (namespace) => {
    for (const [key, sentence] of Object.entries(zh[namespace] as Record<string, string>)) {
      if (/[,;!?]/.test(sentence.replace(/\{\{.*?\}\}/g, '')) && /[\u4e00-\u9fff]/.test(sentence)) {
        expect.fail(`${namespace}:${key} has half-width punctuation: ${sentence}`)
      }
    }
    for (const [key, sentence] of Object.entries(en[namespace] as Record<string, string>)) {
      // A name that is not translated, such as that of the other language, is no sentence.
      if (sentence !== '中文') expect(sentence, `${namespace}:${key}`).not.toMatch(/[\u4e00-\u9fff，。；：？！]/)
    }
  })
})

test('dictionaries are what the modules export', async () => {
  const { common } = await import('./common')
  expect(isDictionary(common)).toBe(true)
  expect(common.has('save')).toBe(true)
  expect(common.has('nothing-like-it')).toBe(false)
})

// Names of products and marks that are the same in every language.
const SAME_EVERYWHERE = /^[\s\d·/()（）,→*#:：.\-–—☰▲▼⇅✓✕◔✉+…|]*$/
const READ_BY_PEOPLE = new Set(['title', 'label', 'placeholder', 'alt', 'aria-label', 'submit', 'about', 'extra', 'description'])

/** Strings in a component that did not come from a dictionary. */
function hardCoded(name: string): string[] {
  const text = readFileSync(SOURCE + name, 'utf8')
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: string[] = []
  const inWords = (node: ts.Node): boolean => {
    for (let up: ts.Node | undefined = node; up; up = up.parent) {
      if (ts.isCallExpression(up) && up.expression.getText(file) === 'words') return true
    }
    return false
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && !SAME_EVERYWHERE.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && READ_BY_PEOPLE.has(node.name.getText(file)) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (node.initializer.text !== '') found.push(node.initializer.text)
    }
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
    if (isText && /[\u4e00-\u9fff]/.test(node.text) && !inWords(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

// Brand names of browsers, as their makers write them.
const EXCEPTIONS: Record<string, string[]> = { 'features/profile/device.ts': ['微信', '钉钉'] }

test.each(sources())('%s has no sentence outside a dictionary', (name) => {
  expect(hardCoded(name).filter((text) => !EXCEPTIONS[name]?.includes(text))).toEqual([])
})

test('the language is the one chosen, else the one preferred, else Chinese', () => {
  expect(firstLanguage('en', ['zh-CN'])).toBe('en')
  expect(firstLanguage(null, ['de', 'en-GB', 'zh'])).toBe('en')
  expect(firstLanguage(null, ['zh-Hans-CN', 'en'])).toBe('zh')
  expect(firstLanguage('fr', [])).toBe('zh')
})
