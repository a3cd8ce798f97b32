import { Skeleton } from '@mantine/core'
import styles from './personality-card.module.css'

/** What comes, without what it says: the same geometry. */
export function CardSkeleton() {
  return (
    <div className={styles.card} aria-hidden>
      <Skeleton width={96} height={96} radius={23} style={{ flex: 'none' }} />
      <div className={styles.words}>
        <Skeleton height={17} mt={3} mb={11} width="62%" />
        <Skeleton height={14} mb={7} />
        <Skeleton height={14} width="80%" style={{ marginBottom: 'auto' }} />
        <Skeleton height={13} mt={16} width="70%" />
      </div>
    </div>
  )
}
