import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { theme } from '@/config/theme'

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

// the same key as in public/color-scheme.js
const colorSchemes = localStorageColorSchemeManager({ key: 'color-scheme' })

type Props = { queryClient: QueryClient; children: ReactNode }

export function Providers({ queryClient, children }: Props) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes}>
      <Suspense>
        {/* below the bar of every page, and away from chats and buttons at its end */}
        <Notifications position="top-center" limit={3} styles={{ root: { top: 72 } }} />
      </Suspense>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </MantineProvider>
  )
}
