import { Navigate, type RouteObject } from 'react-router'

/** Inside the layout, to which the app lends what other features know. */
export const adminRoutes: RouteObject[] = [
  { index: true, element: <Navigate to="personalities" replace /> },
  { path: 'personalities', lazy: () => import('./components/admin-personality-list') },
  { path: 'personalities/new', lazy: () => import('./components/new-personality') },
  { path: 'personalities/:id', lazy: () => import('./components/edit-personality') },
  { path: 'import', lazy: () => import('./components/import-page') },
  { path: 'categories', lazy: () => import('./components/categories-page') },
  { path: 'audit', lazy: () => import('./components/audit-page') },
]
