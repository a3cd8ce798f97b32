import { useRouteError } from 'react-router'
import { ProblemNotice } from '@/components/problem-notice'

/** A page whose code did not load, after a new version for instance, or that broke while it was drawn. */
export function RouteError() {
  return <ProblemNotice error={useRouteError()} onRetry={() => location.reload()} />
}
