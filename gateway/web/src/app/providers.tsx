import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { theme } from '@/config/theme'
import styles from './providers.module.css'

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

// the same key as in public/color-scheme.js
const colorSchemes = localStorageColorSchemeManager({ key: 'color-scheme' })

/** `env` is `test` where nothing is laid out: a menu would think itself out of sight there. */
type Props = { queryClient: QueryClient; env?: 'default' | 'test'; children: ReactNode }

export function Providers({ queryClient, env = 'default', children }: Props) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes} env={env}>
      <Suspense>
        {/* away from chats and buttons, which stand at the end of pages */}
        <Notifications position="top-center" limit={3} classNames={{ root: styles.toasts }} />
      </Suspense>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </MantineProvider>
  )
}
