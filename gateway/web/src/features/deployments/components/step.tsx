import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './step.module.css'

type Props = {
  number: number
  title: string
  state: 'ahead' | 'open' | 'done'
  /** What a done step came to, on its one line. */
  summary?: ReactNode
  /** Opens a done step again. */
  onChange?: () => void
  children: ReactNode
}

/** All steps are in view; only the open one unfolds. */
export function Step({ number, title, state, summary, onChange, children }: Props) {
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'open' ? 'step' : undefined}>
      <div className={styles.line}>
        <span className={styles.number} aria-hidden>
          {state === 'done' ? <IconCheck size={16} stroke={3} /> : number}
        </span>
        <h2 id={`step-${number}`} tabIndex={-1} className={styles.title}>
          {title}
          {state === 'done' && <span className="spoken">, done</span>}
        </h2>
        {state === 'done' && summary && <span className={styles.summary}>{summary}</span>}
        {state === 'done' && onChange && (
          <UnstyledButton className={styles.change} onClick={onChange} aria-label={`Change: ${title}`}>
            Change
          </UnstyledButton>
        )}
      </div>
      {state === 'open' && <div className={styles.body}>{children}</div>}
    </li>
  )
}
