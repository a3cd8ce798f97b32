import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { Problem } from '@/lib/api/problem'
import { inOneLine } from '@/lib/api/sentences'
import styles from './chat-problem.module.css'

type Props = { problem: Problem; onRetry: (() => void) | undefined; onRestart: () => void }

/** An error as part of the conversation, with the way on. */
export function ChatProblem({ problem, onRetry, onRestart }: Props) {
  const isOver = problem.code === 'preview-limit-reached'
  return (
    <div className={styles.problem} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <p>{inOneLine(problem)}</p>
      {isOver ? (
        <Button size="compact-sm" variant="default" onClick={onRestart}>
          Begin anew
        </Button>
      ) : (
        onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )
      )}
    </div>
  )
}
