/** A line of a comparison: of the text before, of the text after, or of both. */
export interface Line {
  side: 'before' | 'after' | 'both'
  text: string
}

/** What differs between two texts, line by line: the longest common lines stay, everything else is taken out or put in. */
export function differences(before: string, after: string): Line[] {
  const one = before.trimEnd().split('\n')
  const two = after.trimEnd().split('\n')
  // longest[i][j]: how many lines the ends from i and from j have in common.
  const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1))
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const row = longest[i]
    if (!row) continue
    for (let j = two.length - 1; j >= 0; j -= 1) row[j] = one[i] === two[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < two.length) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      lines.push({ side: 'both', text: one[i] ?? '' })
      i += 1
      j += 1
    } else if (i < one.length && (j >= two.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ side: 'before', text: one[i] ?? '' })
      i += 1
    } else {
      lines.push({ side: 'after', text: two[j] ?? '' })
      j += 1
    }
  }
  return lines
}

/** The same without long stretches where nothing differs: so many lines around each difference stay; `null` stands for a gap. */
export function around(lines: readonly Line[], near: number): (Line | null)[] {
  const kept = new Set<number>()
  lines.forEach(({ side }, at) => {
    if (side !== 'both') for (let other = at - near; other <= at + near; other += 1) kept.add(other)
  })
  const out: (Line | null)[] = []
  lines.forEach((line, at) => {
    if (kept.has(at)) out.push(line)
    else if (out.length === 0 || out[out.length - 1] !== null) out.push(null)
  })
  return out
}
