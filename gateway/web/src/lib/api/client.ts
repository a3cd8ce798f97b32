import { Problem } from './problem'

/** Milliseconds until an answer has begun; streams have deadlines of their own. */
const PATIENCE = 15_000
const CSRF_COOKIE = 'XSRF-TOKEN'
const SAFE = ['GET', 'HEAD']

type Query = Record<string, string | number | boolean | readonly string[] | undefined>

export type Send = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Query | undefined
  /** An object goes as JSON, a form as multipart. */
  body?: object | undefined
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /** Milliseconds; a large upload needs more. */
  patience?: number
}

export function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

export function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

/** A session has a CSRF cookie beside it, and visitors have none: it saves them a question. */
export const mayBeSignedIn = () => cookie(CSRF_COOKIE) !== undefined

function headersFor({ method = 'GET', body, headers }: Send): Record<string, string> {
  const csrf = SAFE.includes(method) ? undefined : cookie(CSRF_COOKIE)
  return {
    Accept: 'application/json',
    ...(body && !(body instanceof FormData) ? { 'Content-Type': 'application/json' } : {}),
    ...(csrf ? { 'X-XSRF-TOKEN': csrf } : {}),
    ...headers,
  }
}

/** The answer as it came, for its headers or its stream. Throws a {@link Problem} for everything but a success. */
export const send = (path: string, options: Send = {}): Promise<Response> =>
  sendAndRead(path, options, (response) => response)

/** The answer's JSON; nothing for 204. It has to be there whole within the patience. Throws as {@link send} does. */
export const request = <Answer>(path: string, options: Send = {}): Promise<Answer> =>
  sendAndRead(path, options, (response) => (response.status === 204 ? undefined : response.json()) as Answer)

async function sendAndRead<Answer>(
  path: string,
  options: Send,
  read: (response: Response) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { method = 'GET', query, body, signal, patience = PATIENCE } = options
  const late = new AbortController()
  const clock = setTimeout(() => late.abort(), patience)
  try {
    const response = await fetch(withQuery(path, query), {
      method,
      headers: headersFor(options),
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    })
    if (!response.ok) throw await Problem.from(response)
    return await read(response)
  } catch (cause) {
    if (cause instanceof Problem || signal?.aborted) throw cause
    throw Problem.of(late.signal.aborted ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline')
  } finally {
    clearTimeout(clock)
  }
}

/** For an Idempotency-Key. `crypto.randomUUID` is missing where a page comes without TLS. */
export const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
