import { Button, Skeleton } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, NavLink, Outlet, useOutletContext } from 'react-router'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { Region } from '@/components/region'
import { SignInNotice } from '@/components/sign-in-notice'
import { useAccount } from '@/lib/account'
import type { Card, Draft } from '@/lib/api/schema'
import styles from './admin-layout.module.css'

/** How the marketplace shows somebody in its list, and lets one talk: features of their own, which the app lends. */
export type Lent = { card: (card: Card) => ReactNode; chat: (draft: Draft) => ReactNode }

const PAGES = [
  ['personalities', 'Personalities'],
  ['import', 'Import'],
  ['categories', 'Categories'],
  ['audit', 'Audit trail'],
] as const

/** What stands around every page of the administration, for admins alone; the services check it too. */
export function AdminLayout(lent: Lent) {
  const { account, isAdmin, isPending } = useAccount()
  if (isPending) return <Skeleton height={240} m="lg" />
  if (!account)
    return (
      <Page title="Administration">
        <SignInNotice title="Sign in to look after the marketplace.">This is for admins.</SignInNotice>
      </Page>
    )
  if (!isAdmin)
    return (
      <Notice
        heading="h1"
        title="This is for admins."
        icon={<IconLock size={24} />}
        actions={
          <Button component={Link} to="/" variant="default">
            See all personalities
          </Button>
        }
      >
        You are signed in as {account.name}, who is none. An admin can make you one.
      </Notice>
    )
  return (
    <div className={styles.admin}>
      <nav aria-label="Administration" className={styles.pages}>
        {PAGES.map(([path, name]) => (
          <NavLink key={path} to={path} className={styles.page}>
            {name}
          </NavLink>
        ))}
      </nav>
      <Region>
        <Outlet context={lent} />
      </Region>
    </div>
  )
}

export const useLent = () => useOutletContext<Lent>()
