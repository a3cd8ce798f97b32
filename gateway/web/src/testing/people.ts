import { http, HttpResponse } from 'msw'
import type { Account } from '@/lib/api/schema'
import { agreed } from './contracts'
import { server } from './server'

export const mia: Account = agreed('gateway', 'Account', {
  id: 'e96e02d8-e47f-82a7-803b-e5117b3ed175',
  name: 'Mia Member',
  roles: ['user' as const],
})

export const ada: Account = agreed('gateway', 'Account', {
  id: 'fdee430d-40bd-857d-aeac-186cd9790033',
  name: 'Ada Admin',
  roles: ['user' as const, 'admin' as const],
})

/** From now on in this test, somebody is signed in. */
export function signedInAs(account: Account) {
  document.cookie = 'XSRF-TOKEN=token-of-the-test'
  server.use(http.get('/api/auth/me', () => HttpResponse.json(account)))
}
