import { Suspense } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { AccountMenu } from '@/features/auth/components/account-menu'
import { SignInOutcome } from '@/features/auth/components/sign-in-outcome'
import { Region } from '@/components/region'
import { ColorSchemeSwitch } from './color-scheme-switch'
import { Navigation } from './navigation'
import { OfflineNotice } from './offline-notice'
import styles from './shell.module.css'

/** What stands around every page. */
export function Shell() {
  const isLoading = useNavigation().state === 'loading'
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.header}>
        <Navigation />
        <div className={styles.tools}>
          <ColorSchemeSwitch />
          <AccountMenu />
        </div>
        {isLoading && <div className={styles.progress} role="progressbar" aria-label="Loading the page" />}
      </header>
      <OfflineNotice />
      <SignInOutcome />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Region>
          <Suspense>
            <Outlet />
          </Suspense>
        </Region>
      </main>
      <ScrollRestoration
        getKey={({ pathname, state, key }) => (isOver(state) || pathname === '/' ? '/' : key)}
      />
    </>
  )
}

/** A personality shown over the list leaves the list where it is. */
const isOver = (state: unknown) => typeof state === 'object' && state !== null && 'over' in state
