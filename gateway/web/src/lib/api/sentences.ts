import { seconds } from '@/lib/format'
import type { Problem } from './problem'

/** An error in words: what happened, and what to do now. */
export type Sentence = { title: string; next: string }

const BY_CODE: Record<string, Sentence> = {
  offline: { title: 'You are offline.', next: 'Everything here goes on once your connection is back.' },
  timeout: { title: 'This takes too long.', next: 'Nothing was lost. Try again in a moment.' },
  unreachable: { title: 'The marketplace cannot be reached.', next: 'Check your connection and try again.' },
  'connection-lost': {
    title: 'The connection was lost.',
    next: 'What was said is kept. Go on when you are back.',
  },
  'preview-limit-reached': {
    title: 'This conversation has reached its end.',
    next: 'Begin it anew, or deploy the personality.',
  },
  'preview-busy': { title: 'The last message is still being answered.', next: 'Wait a moment.' },
  'budget-exhausted': { title: 'That was all for today.', next: 'Come back tomorrow.' },
  'broken-page': { title: 'This part of the page broke.', next: 'Try again, or reload the page.' },
  'csrf-token-invalid': {
    title: 'Your session has changed.',
    next: 'Reload the page and do that once more.',
  },
  'own-personality': { title: 'This personality is yours.', next: 'Leave its stars to other people.' },
  'discord-unavailable': { title: 'Discord does not answer right now.', next: 'Try again in a moment.' },
  'discord-sign-in-needed': { title: 'Discord wants to hear from you again.', next: 'Sign in once more.' },
}

const BY_STATUS: Record<number, Sentence> = {
  400: { title: 'That could not be understood.', next: 'Change it and try again.' },
  401: { title: 'You are not signed in.', next: 'Sign in with Discord and try again.' },
  403: { title: 'You may not do that.', next: 'Sign in as somebody who may.' },
  404: { title: 'This is not here.', next: 'It may have been taken down. Have a look at the others.' },
  409: { title: 'That does not fit how things are now.', next: 'Reload to see what has changed.' },
  412: { title: 'Somebody else changed this meanwhile.', next: 'Reload to see their changes.' },
  413: { title: 'That is too large.', next: 'Send something smaller.' },
  415: { title: 'That kind of file is not accepted.', next: 'Choose another one.' },
  422: { title: 'That was not accepted.', next: 'Change it and try again.' },
  428: { title: 'That has to build on what is there.', next: 'Reload and do it once more.' },
  429: { title: 'That was a lot in a short time.', next: 'Wait a moment and try again.' },
  500: { title: 'Something broke on our side.', next: 'Nothing of yours was lost. Try again in a moment.' },
  502: { title: 'The answer broke off.', next: 'Try again in a moment.' },
  503: { title: 'This is resting for a moment.', next: 'Nothing was lost. Try again shortly.' },
  504: { title: 'This takes too long.', next: 'Nothing was lost. Try again in a moment.' },
}

const UNKNOWN: Sentence = { title: 'That did not work.', next: 'Try again in a moment.' }

/** The server's own words where it blames the request, ours where something is away. */
export function sentence(problem: Problem): Sentence {
  const known = BY_CODE[problem.code]
  const base = known ?? BY_STATUS[problem.status] ?? UNKNOWN
  const blamesRequest = problem.status >= 400 && problem.status < 500 && problem.status !== 401
  const title = !known && blamesRequest && problem.detail ? problem.detail : base.title
  return problem.retryAfter
    ? { title, next: `Try again in ${seconds(problem.retryAfter)}.` }
    : { title, next: base.next }
}

export function inOneLine(problem: Problem): string {
  const { title, next } = sentence(problem)
  return `${title} ${next}`
}
