import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router'
import { Providers } from '@/app/providers'
import { createQueryClient } from '@/lib/query-client'

/** Shows routes as the app does, at an address; `user` acts on them. */
export function renderRoutes(routes: RouteObject[], at = '/') {
  const queryClient = createQueryClient()
  const { retry: _, ...queries } = queryClient.getDefaultOptions().queries ?? {}
  queryClient.setDefaultOptions({ queries: { ...queries, retry: false } })
  const router = createMemoryRouter(routes, { initialEntries: [at] })
  const shown = render(
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { ...shown, router, queryClient, user: userEvent.setup() }
}

/** A component alone, on a page at `at`. */
export function renderPage(element: ReactNode, at = '/') {
  return renderRoutes([{ path: '*', element }], at)
}
