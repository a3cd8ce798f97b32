import type { Row } from '../api/schema'
import { STATUS } from '../words'
import styles from './status-mark.module.css'

type Props = Pick<Row, 'status' | 'unpublishedChanges'>

export function StatusMark({ status, unpublishedChanges }: Props) {
  return (
    <span className={styles.mark} data-status={status}>
      {STATUS[status]}
      {unpublishedChanges && status === 'published' && (
        <span className={styles.changes}>Unpublished changes</span>
      )}
    </span>
  )
}
