import { Button, Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'
import { signInUrl, useAccount } from '@/lib/account'

const SignedInMenu = lazy(() => import('./signed-in-menu')) // visitors do without menus

/** Who is signed in, or the way to become somebody. */
export function AccountMenu() {
  const { account, isPending } = useAccount()
  const { pathname, search, hash } = useLocation()
  const placeholder = <Skeleton circle height={34} />
  if (isPending) return placeholder
  if (!account)
    return (
      <Button component="a" href={signInUrl(pathname + search + hash)} variant="default" size="sm">
        Sign in
      </Button>
    )
  return (
    <Suspense fallback={placeholder}>
      <SignedInMenu account={account} />
    </Suspense>
  )
}
