import { Skeleton } from '@mantine/core'
import identity from './identity.module.css'
import styles from './personality-view.module.css'

export function PersonalitySkeleton() {
  return (
    <div className={styles.view} role="status" aria-label="Loading the personality" aria-busy>
      <div className={styles.about}>
        <div className={identity.identity}>
          <Skeleton width={160} height={160} radius={38} style={{ flex: 'none' }} />
          <div style={{ flex: 1 }}>
            <Skeleton height={30} width="60%" />
            <Skeleton height={18} mt={12} width="85%" />
            <Skeleton height={16} mt={14} width="70%" />
          </div>
        </div>
        <Skeleton height={36} mt={24} />
        <Skeleton height={180} mt={24} />
      </div>
      <div className={styles.chat}>
        <Skeleton height="100%" radius={0} />
      </div>
    </div>
  )
}
