import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { warn } from '@/lib/toasts'

/** By the gateway's code of how it ended. */
const WORDS: Record<string, { title: string; message: string }> = {
  denied: {
    title: 'You are not signed in.',
    message: 'You said no at Discord. Everything that needs no account works.',
  },
  expired: {
    title: 'That sign-in took too long.',
    message: 'Nothing was lost. Sign in once more.',
  },
  foreign: {
    title: 'That sign-in was begun elsewhere.',
    message: 'It only counts in the browser that it was begun in. Sign in here.',
  },
  used: {
    title: 'That sign-in was used before.',
    message: 'Each counts once. Sign in once more.',
  },
  unavailable: {
    title: 'Signing in does not work right now.',
    message: 'Discord cannot be reached. Everything that needs no account works; try again shortly.',
  },
  busy: {
    title: 'Discord has too much to do right now.',
    message: 'Wait a moment, then sign in once more.',
  },
}

const UNKNOWN = { title: 'That sign-in did not work.', message: 'Nothing was lost. Sign in once more.' }

/** Tells how a sign-in ended that came to nothing, once, and takes it out of the address. */
export function SignInOutcome() {
  const [params, setParams] = useSearchParams()
  const outcome = params.get('login')
  useEffect(() => {
    if (!outcome) return
    const words = WORDS[outcome] ?? UNKNOWN
    warn(words.title, words.message)
    setParams(
      (before) => {
        before.delete('login')
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  }, [outcome, setParams])
  return null
}
