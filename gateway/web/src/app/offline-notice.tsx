import { IconWifiOff } from '@tabler/icons-react'
import { useOnline } from '@/lib/online'
import styles from './offline-notice.module.css'

export function OfflineNotice() {
  const isOnline = useOnline()
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.offline}>
          <IconWifiOff size={16} aria-hidden />
          You are offline. This stays readable.
        </p>
      )}
    </div>
  )
}
