import { notifications } from '@mantine/notifications'
import { asProblem } from '@/lib/api/problem'
import { sentence } from '@/lib/api/sentences'

/** Milliseconds; what failed stays long enough to be read twice. */
const SHORT = 5_000
const LONG = 10_000

export function tell(title: string, message = '') {
  notifications.show({ title, message, autoClose: SHORT, withBorder: true })
}

export function tellProblem(error: unknown) {
  const { title, next } = sentence(asProblem(error))
  notifications.show({ id: title, title, message: next, color: 'red', autoClose: LONG, withBorder: true })
}
