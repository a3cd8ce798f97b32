import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { warn } from '@/lib/toasts'

const WORDS: Record<string, { title: string; message: string }> = {
  denied: {
    title: 'You are not signed in.',
    message: 'You said no at Discord. Everything that needs no account works.',
  },
  failed: {
    title: 'That sign-in did not work.',
    message: 'It was used before or took too long. Sign in once more.',
  },
  unavailable: {
    title: 'Signing in does not work right now.',
    message: 'Discord cannot be reached. Try again shortly.',
  },
}

/** Tells how a sign-in ended that came to nothing, once, and takes it out of the address. */
export function SignInOutcome() {
  const [params, setParams] = useSearchParams()
  const outcome = params.get('login')
  useEffect(() => {
    if (!outcome) return
    const words = WORDS[outcome]
    if (words) warn(words.title, words.message)
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
