import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from '@/lib/query-client'
import { Providers } from './providers'
import { createRouter } from './router'

export function App() {
  const [queryClient] = useState(createQueryClient)
  const [router] = useState(createRouter)
  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  )
}
