import type { Status } from '../api/schema'
import { STATUS } from '../words'
import styles from './status-badge.module.css'

export function StatusBadge({ status }: { status: Status }) {
  const { label, tone } = STATUS[status]
  return (
    <span className={styles.badge} data-tone={tone}>
      <span className={styles.dot} aria-hidden />
      {label}
    </span>
  )
}
