import type { ReactNode } from 'react'
import styles from './fault-line.module.css'

/** What went wrong with all of a page, above it. */
export const FaultLine = ({ children }: { children: ReactNode }) => (
  <p role="alert" className={styles.fault}>
    {children}
  </p>
)
