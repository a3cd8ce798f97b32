import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { asProblem, Problem } from '@/lib/api/problem'
import { tellProblem } from './toasts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    /** A mutation whose failure the page shows in its place has no toast beside. */
    mutationMeta: { toldInPlace?: boolean }
  }
}

const ATTEMPTS = 2
const LONGEST_WAIT = 5 // seconds

/** Only what may pass by itself, and soon, is tried again; a person sees everything else at once. */
function again(failures: number, error: Error): boolean {
  return (
    failures < ATTEMPTS && error instanceof Problem && error.passes && (error.retryAfter ?? 0) <= LONGEST_WAIT
  )
}

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: again,
        retryDelay: (failures, error) =>
          1000 * ((error instanceof Problem && error.retryAfter) || 2 ** failures * 0.4),
        networkMode: 'always', // being offline is told, not waited for
      },
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({ onError: (error) => forgetSession(client, error) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        forgetSession(client, error)
        if (!mutation.meta?.toldInPlace) tellProblem(error)
      },
    }),
  })
  return client
}

/** A session that has ended elsewhere ends on this page too; that Discord wants to be asked again ends none. */
function forgetSession(client: QueryClient, error: Error) {
  const { status, code } = asProblem(error)
  if (status === 401 && code !== 'discord-sign-in-needed') client.setQueryData(['account'], null)
}
