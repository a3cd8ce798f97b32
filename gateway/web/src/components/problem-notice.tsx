import { Button } from '@mantine/core'
import { IconCloudOff, IconMoodConfuzed } from '@tabler/icons-react'
import { asProblem } from '@/lib/api/problem'
import { sentence } from '@/lib/api/sentences'
import { signInUrl } from '@/lib/account'
import { DiscordOAuthButton } from './discord-oauth-button'
import { Notice } from './notice'

type Props = {
  error: unknown
  onRetry?: (() => void) | undefined
  actions?: React.ReactNode
  heading?: 'h1' | 'h2' | 'p'
}

/** An error in its place: what happened, and what to do now. */
export function ProblemNotice({ error, onRetry, actions, heading }: Props) {
  const problem = asProblem(error)
  const { title, next } = sentence(problem)
  const needsSignIn = problem.status === 401
  return (
    <Notice
      alert
      heading={heading}
      title={title}
      icon={problem.passes ? <IconCloudOff size={24} /> : <IconMoodConfuzed size={24} />}
      actions={
        <>
          {needsSignIn && (
            <DiscordOAuthButton
              href={signInUrl(undefined, problem.code === 'discord-sign-in-needed' ? 'consent' : undefined)}
            />
          )}
          {onRetry && !needsSignIn && (
            <Button variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          {actions}
        </>
      }
    >
      {next}
    </Notice>
  )
}
