import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

type Props = {
  title: string
  children?: ReactNode
  icon?: ReactNode
  actions?: ReactNode
  /** What the title is in the page; `h1` where there is nothing else. */
  heading?: 'h1' | 'h2' | 'p' | undefined
  /** Says it aloud to a screen reader when it appears. */
  alert?: boolean
}

/** What stands in a region that has nothing else to show: emptiness or failure, and a way on. */
export function Notice({ title, children, icon, actions, heading = 'p', alert = false }: Props) {
  return (
    <div className={styles.notice} role={alert ? 'alert' : undefined}>
      {icon && (
        <div className={styles.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Text fw={600} component={heading} m={0}>
        {title}
      </Text>
      {children && (
        <Text c="dimmed" size="sm" component="div" maw="44ch">
          {children}
        </Text>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
