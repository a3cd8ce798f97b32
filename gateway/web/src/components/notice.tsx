import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

type Props = {
  title: string
  children?: ReactNode
  icon?: ReactNode
  actions?: ReactNode
  /** Says it aloud to a screen reader when it appears. */
  alert?: boolean
}

/** What stands in a region that has nothing else to show: emptiness or failure, and a way on. */
export function Notice({ title, children, icon, actions, alert = false }: Props) {
  return (
    <div className={styles.notice} role={alert ? 'alert' : undefined}>
      {icon && (
        <div className={styles.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Text fw={600}>{title}</Text>
      {children && (
        <Text c="dimmed" size="sm" component="div" maw="44ch">
          {children}
        </Text>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
