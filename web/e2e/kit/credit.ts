const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const OF_ORGANISATIONS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** A valid 统一社会信用代码 (GB 32100, with GB 11714 inside) around eight letters of one's own. */
export function creditCode(eight: string): string {
  const sum = [...eight].reduce((all, letter, at) => all + OF_ORGANISATIONS.indexOf(letter) * (WEIGHTS[at] ?? 0), 0)
  const inner = 11 - (sum % 11)
  const organisation = eight + (inner === 10 ? 'X' : inner === 11 ? '0' : String(inner))
  const front = `91440100${organisation}`
  const weighed = [...front].reduce((all, letter, at) => all + LETTERS.indexOf(letter) * (3 ** at % 31), 0)
  return front + (LETTERS[(31 - (weighed % 31)) % 31] ?? '')
}

/** Another eight letters at each call. */
export function eightLetters(): string {
  return Array.from({ length: 8 }, () => '0123456789'[Math.floor(Math.random() * 10)]).join('')
}
