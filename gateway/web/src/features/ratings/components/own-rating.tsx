import { Skeleton } from '@mantine/core'
import { DiscordOAuthButton } from '@/components/discord-oauth-button'
import { ProblemNotice } from '@/components/problem-notice'
import { signInUrl, useAccount } from '@/lib/account'
import { useOwnRating } from '../api/own-rating'
import styles from './own-rating.module.css'
import { RatingForm } from './rating-form'

/** My stars and words, or the way to give some. */
export function OwnRating({ id, name }: { id: string; name: string }) {
  const { account } = useAccount()
  const own = useOwnRating(id, !!account)
  if (account === null)
    return (
      <div className={styles.box}>
        <p>Have you talked to {name}? Sign in to rate.</p>
        <DiscordOAuthButton href={signInUrl()} size="sm" />
      </div>
    )
  if (own.isPending) return <Skeleton height={96} radius="lg" />
  if (own.isError) return <ProblemNotice error={own.error} onRetry={() => void own.refetch()} />
  return (
    <div className={styles.box}>
      <RatingForm key={own.data?.submittedAt ?? 'none'} id={id} name={name} own={own.data} />
    </div>
  )
}
