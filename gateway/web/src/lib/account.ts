import { useQuery } from '@tanstack/react-query'
import { mayBeSignedIn, request } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'
import type { Account } from '@/lib/api/schema'

async function readAccount(): Promise<Account | null> {
  if (!mayBeSignedIn()) return null
  return request<Account>('/api/auth/me').catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  })
}

/** Who is signed in: `account` is null for a visitor and undefined while nobody knows yet. */
export function useAccount() {
  const { data, isPending, error } = useQuery({
    queryKey: ['account'],
    queryFn: readAccount,
    staleTime: 5 * 60_000,
  })
  return { account: error ? null : data, isPending, isAdmin: data?.roles.includes('admin') ?? false }
}

/** Where a sign-in begins; it comes back to `returnTo`, or to the page on which it is called. */
export function signInUrl(
  returnTo = location.pathname + location.search + location.hash,
  prompt?: 'consent',
): string {
  const params = new URLSearchParams({ ...(prompt ? { prompt } : {}), returnTo })
  return `/api/auth/discord?${params.toString()}`
}
