import { http, HttpResponse, passthrough } from 'msw'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { failing } from '@/testing/problems'
import { server } from '@/testing/server'
import { request, withQuery } from './client'
import type { Problem } from './problem'
import { inOneLine } from './sentences'

const caught = (path: string) => request(path).catch((error: unknown) => error as Problem) as Promise<Problem>

it('shows on every change, and on no reading, that it can read the CSRF cookie', async () => {
  document.cookie = 'XSRF-TOKEN=a%2Bb'
  const seen: (string | null)[] = []
  server.use(
    http.all('/api/echo', ({ request }) => {
      seen.push(request.headers.get('X-XSRF-TOKEN'))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await request('/api/echo')
  await request('/api/echo', { method: 'POST', body: {} })
  expect(seen).toEqual([null, 'a+b'])
})

it('leaves out what is empty and repeats what is several', () => {
  expect(withQuery('/list', { search: '', category: ['a', 'b'], cursor: undefined })).toBe(
    '/list?category=a&category=b',
  )
})

it('tells a refusal in the words of the service, and when to come back', async () => {
  failing('get', '/api/x', 429, 'too-many', { detail: 'You have said a lot today.', retryAfter: 120 })
  const problem = await caught('/api/x')
  expect(problem).toMatchObject({ status: 429, code: 'too-many', retryAfter: 120 })
  expect(inOneLine(problem)).toBe('You have said a lot today. Try again in 2 minutes.')
})

it.each([0, 401, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504])(
  'has a sentence and a way on for %i',
  async (status) => {
    failing('get', '/api/x', status)
    const words = inOneLine(await caught('/api/x'))
    expect(words).toMatch(/^[A-Z].+\. [A-Z].+\.$/)
    expect(words).not.toContain('did not work')
  },
)

it('gives up after its patience', async () => {
  server.use(http.get('/api/slow', () => new Promise<never>(() => {})))
  const error = await request('/api/slow', { patience: 20 }).catch((e: unknown) => e)
  expect(error).toMatchObject({ code: 'timeout' })
})

it('gives up on an answer that begins and never ends', async () => {
  const service = createServer((_, response) => response.writeHead(200).write('{')).listen(0)
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`
  server.use(http.get(url, () => passthrough()))
  const error = await request(url, { patience: 200 }).catch((e: unknown) => e)
  expect(error).toMatchObject({ code: 'timeout' })
  service.closeAllConnections()
  service.close()
})

it('tells of an answer that breaks off', async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) })
  server.use(http.get('/api/x', () => new HttpResponse(body, { status: 200 })))
  expect(await caught('/api/x')).toMatchObject({ code: 'unreachable' })
})
