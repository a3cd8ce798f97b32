/** What a field of a form is told. */
export type FieldError = { field: string; message: string }

/** An error as RFC 9457 has it; what never reached a server has a type of ours and no status. */
export class Problem extends Error {
  /** The last part of its type, such as `rating-out-of-range`. */
  readonly code: string
  readonly status: number
  readonly detail: string | undefined
  readonly errors: FieldError[]
  /** Seconds, when the server told when to come back. */
  readonly retryAfter: number | undefined
  /** The whole problem, for the properties that only one of them has. */
  readonly body: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>, retryAfter?: number) {
    const detail = text(body.detail)
    super(detail ?? text(body.title) ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = text(body.type)?.replace(/^.*\//, '') ?? 'unknown'
    this.detail = detail
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    this.retryAfter = retryAfter
    this.body = body
  }

  static of(code: 'offline' | 'timeout' | 'unreachable' | 'connection-lost'): Problem {
    return new Problem(0, { type: `/problems/${code}` })
  }

  static async from(response: Response): Promise<Problem> {
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
    const body = isJson ? ((await response.json().catch(() => ({}))) as Record<string, unknown>) : {}
    const seconds = Number(response.headers.get('Retry-After') ?? NaN)
    return new Problem(response.status, body, Number.isFinite(seconds) ? seconds : undefined)
  }

  /** Whether the same may well work in a moment, without anybody changing anything. */
  get passes(): boolean {
    return this.status === 0 || [502, 503, 504].includes(this.status)
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, { type: '/problems/broken-page' })
}
