import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { tell } from '@/lib/toasts'

/** Nothing that only this person may see stays behind in the page. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/auth/logout', { method: 'POST' }),
    onSuccess: () => {
      client.setQueryData(['account'], null)
      client.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'account' && queryKey[0] !== 'catalog',
      })
      tell('You are signed out.')
    },
  })
}
