import { Button, Menu, Skeleton, UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useLocation } from 'react-router'
import { signInUrl, useAccount } from '@/lib/account'
import { useSignOut } from '../api/sign-out'
import styles from './account-menu.module.css'

/** Who is signed in, or the way to become somebody. */
export function AccountMenu() {
  const { account, isPending } = useAccount()
  const { pathname, search } = useLocation()
  const signOut = useSignOut()
  if (isPending) return <Skeleton circle height={34} />
  if (!account)
    return (
      <Button component="a" href={signInUrl(pathname + search)} variant="default" size="compact-md">
        Sign in
      </Button>
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={`${account.name}, account`}>
          {account.avatarUrl ? (
            <img src={account.avatarUrl} alt="" width={34} height={34} />
          ) : (
            <span aria-hidden>{account.name.slice(0, 1).toUpperCase()}</span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.name}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
