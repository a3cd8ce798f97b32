import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import type { Account } from '@/lib/api/schema'
import { useSignOut } from '../api/sign-out'
import styles from './account-menu.module.css'

export default function SignedInMenu({ account }: { account: Account }) {
  const signOut = useSignOut()
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
        <Menu.Item data-autofocus leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
