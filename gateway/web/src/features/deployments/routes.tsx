import type { RouteObject } from 'react-router'

export const deploymentRoutes: RouteObject[] = [
  { path: 'deployments', lazy: () => import('./components/deployments-page') },
  { path: 'deployments/:id', lazy: () => import('./components/deployment-page') },
]
