import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
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
    <Providers queryClient={queryClient} env="test">
      <RouterProvider router={router} flushSync={(update) => void flushSync(update)} />
    </Providers>,
  )
  return { ...shown, router, queryClient, user: userEvent.setup() }
}

/** Ends with the navigation that leads to a query with `part`, before React has had time for anything else. */
export const ledTo = (router: ReturnType<typeof createMemoryRouter>, part: string) =>
  new Promise<void>((done) => {
    const stop = router.subscribe(({ location }) => {
      if (!location.search.includes(part)) return
      stop()
      done()
    })
  })

/** A component alone, on a page at `at`. */
export function renderPage(element: ReactNode, at = '/') {
  return renderRoutes([{ path: '*', element }], at)
}
