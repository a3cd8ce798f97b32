import { asProblem } from '@/lib/api/problem'
import { sentence } from '@/lib/api/sentences'

/** Milliseconds; what failed stays long enough to be read twice. */
const SHORT = 5_000
const LONG = 10_000

type Toast = { id?: string; title: string; message: string; color?: string; autoClose?: number }

/** Toasts are code that no first look at a page needs. */
async function show(toast: Toast) {
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ autoClose: SHORT, withBorder: true, ...toast })
}

export const tell = (title: string, message = '') => void show({ title, message })

export const warn = (title: string, message: string) =>
  void show({ id: title, title, message, color: 'orange', autoClose: LONG })

export function tellProblem(error: unknown) {
  const { title, next } = sentence(asProblem(error))
  void show({ id: title, title, message: next, color: 'red', autoClose: LONG })
}
