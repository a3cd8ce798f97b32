import { http, HttpResponse } from 'msw'
import { server } from './server'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export function problem(status: number, code: string, more: Record<string, unknown> = {}) {
  const { retryAfter, ...body } = more
  return HttpResponse.json(
    { type: `/problems/${code}`, title: code, status, instance: '/api/test', ...body },
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(retryAfter ? { 'Retry-After': String(retryAfter as number) } : {}),
      },
    },
  )
}

/** From now on in this test, an address answers with a problem, or with nothing when the status is 0. */
export function failing(method: Method, path: string, status: number, code = 'failed', more = {}) {
  server.use(http[method](path, () => (status === 0 ? HttpResponse.error() : problem(status, code, more))))
}

/** The failures that every screen has to live with. */
export const FAILURES = [0, 401, 403, 404, 409, 412, 422, 429, 500, 503, 504] as const
