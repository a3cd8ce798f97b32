import { createBrowserRouter, type RouteObject } from 'react-router'
import { adminRoutes } from '@/features/admin/routes'
import { deploymentRoutes } from '@/features/deployments/routes'
import { MarketplaceRoute } from './marketplace-route'
import { NotFound } from './not-found'
import { RouteError } from './route-error'
import { Shell } from './shell'

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          {
            element: <MarketplaceRoute />,
            children: [
              { index: true, element: null },
              { path: 'personalities/:slug', element: null },
            ],
          },
          { path: 'personalities/:slug/deploy', lazy: () => import('./deploy-route') },
          ...deploymentRoutes,
          { path: 'admin', lazy: () => import('./admin-route'), children: adminRoutes },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
