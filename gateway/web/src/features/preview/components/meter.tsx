import { Anchor } from '@mantine/core'
import type { Budget } from '@/lib/api/schema'
import { signInUrl, useAccount } from '@/lib/account'
import { count } from '@/lib/format'
import styles from './meter.module.css'

const FEW = 5

type Props = { remaining: number | undefined; budget: Budget | undefined; onRestart: () => void }

/** What is left of the conversation, quietly, until it is little. */
export function Meter({ remaining, budget, onRestart }: Props) {
  const { account } = useAccount()
  return (
    <p className={styles.meter} data-few={(remaining !== undefined && remaining <= FEW) || undefined}>
      {remaining === undefined && 'Answers are made up by a model and may be wrong.'}
      {remaining !== undefined && remaining > 0 && `${count(remaining, 'message')} left`}
      {remaining === 0 && (
        <Anchor component="button" size="xs" onClick={onRestart}>
          Begin anew
        </Anchor>
      )}
      {remaining !== undefined && remaining <= FEW && !account && (
        <Anchor href={signInUrl()} size="xs">
          Sign in for more
        </Anchor>
      )}
      {budget && <span>{Math.round((budget.used / budget.limit) * 100)} % of today’s share used</span>}
    </p>
  )
}
