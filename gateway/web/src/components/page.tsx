import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTitle } from '@/lib/title'
import styles from './page.module.css'

type Props = { title: string; intro?: ReactNode; actions?: ReactNode; wide?: boolean; children: ReactNode }

/** A page with its heading, which is also the title in the browser's tab. */
export function Page({ title, intro, actions, wide = false, children }: Props) {
  useTitle(title)
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      <header className={styles.header}>
        <div>
          <Title order={1}>{title}</Title>
          {intro && <p className={styles.intro}>{intro}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
