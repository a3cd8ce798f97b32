const locale = typeof navigator === 'undefined' ? 'en' : navigator.language

const whole = new Intl.NumberFormat(locale)
const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const words = new Intl.ListFormat('en', { type: 'conjunction' })

export const number = (value: number) => whole.format(value)
/** 1,234 as 1.2K. */
export const compact = (value: number) => short.format(value)
export const stars = (average: number) => oneDecimal.format(average)
export const date = (iso: string) => day.format(new Date(iso))
export const dateTime = (iso: string) => moment.format(new Date(iso))
export const list = (items: string[]) => words.format(items)

/** One as it is, several with an s, and their number. */
export const count = (value: number, noun: string, plural = `${noun}s`) =>
  `${number(value)} ${value === 1 ? noun : plural}`

export const seconds = (value: number) =>
  value < 90 ? count(Math.ceil(value), 'second') : count(Math.ceil(value / 60), 'minute')

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 days ago"; a date would say less about a review or a deployment. */
export function since(iso: string, now = Date.now()): string {
  const past = (now - new Date(iso).getTime()) / 1000
  const step = STEPS.find(([, size]) => past >= size)
  return step ? ago.format(-Math.floor(past / step[1]), step[0]) : ago.format(0, 'minute')
}
