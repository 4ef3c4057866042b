export const MOST = 2_000

/** The codes in a pasted text, each once: separated by white space, commas, semicolons or the marks between Chinese words. */
export function codesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，、；|]+/).filter(Boolean).map((code) => code.toUpperCase()))]
}
