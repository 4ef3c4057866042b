import type { PillarPlace } from './document'
import { forming } from './formWords'

// What is new in a rule file is written in Chinese, as rule files are, with its English name beside it.

/** Both names of something new. */
export function bothNames(key: 'newStage' | 'newVeto' | 'newGrade' | 'newPillar'): { zh: string; en: string } {
  return { zh: forming.zh[key], en: forming.en[key] }
}

/** An indicator that is sound, worth nothing yet, and has a code of its own. */
export function freshIndicator(pillars: readonly PillarPlace[]): Record<string, unknown> {
  const taken = new Set(pillars.flatMap(({ indicators }) => indicators.map(({ code }) => code)))
  let at = 1
  while (taken.has(`indicator_${at}`)) at += 1
  const name = (text: string) => text.replace('{{at}}', String(at))
  return {
    code: `indicator_${at}`,
    name: { zh: name(forming.zh.newIndicator), en: name(forming.en.newIndicator) },
    value: forming.zh.newValue,
    unit: forming.zh.newUnit,
    full: 0,
    rule: { linear: { low: 0, high: 1000 } },
  }
}
