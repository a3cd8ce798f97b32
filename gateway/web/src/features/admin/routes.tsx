import type { RouteObject } from 'react-router'

export const adminRoutes: RouteObject[] = [{ path: 'admin', lazy: () => import('./components/admin-page') }]
