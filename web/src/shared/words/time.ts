import { language } from './i18n'

// Deadlines and records are Beijing time, wherever the reader sits.
const ZONE = 'Asia/Shanghai'

function formatted(at: string, options: Intl.DateTimeFormatOptions): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, hourCycle: 'h23', ...options }).formatToParts(time)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  if (!options.hour) return day
  const clock = [part('hour'), part('minute'), part('second')].filter(Boolean).join(':')
  return `${day} ${clock}`
}

/** `2026-11-23 09:00` in Beijing. */
export function atMinute(at: string): string {
  return formatted(at, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

/** `2026-11-23 09:00:07` in Beijing. */
export function atSecond(at: string): string {
  return formatted(at, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

/** The day in Beijing. */
export function today(now: Date = new Date()): string {
  return formatted(now.toISOString(), { year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** A day in Beijing as the moment it begins, for filters that take times. */
export function beginningOf(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** The moment a day in Beijing is over. */
export function endOf(day: string): string {
  const next = new Date(`${day}T00:00:00+08:00`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString()
}

/** A number with separators of thousands. */
export function counted(number: number | string): string {
  return new Intl.NumberFormat(language() === 'zh' ? 'zh-CN' : 'en').format(Number(number))
}
