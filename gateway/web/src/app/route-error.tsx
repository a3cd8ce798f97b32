import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { ProblemNotice } from '@/components/problem-notice'
import { reportError } from '@/lib/report'

/** A page whose code did not load, after a new version for instance, or that broke while it was drawn. */
export function RouteError() {
  const error = useRouteError()
  useEffect(() => reportError(error), [error])
  return <ProblemNotice heading="h1" error={error} onRetry={() => location.reload()} />
}
