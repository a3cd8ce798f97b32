import { HttpResponse } from 'msw'

/** An answer of server-sent events that a test writes while it is read. */
export function eventStream() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own) })
  return {
    response: new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    send: (event: string, data: object) =>
      controller?.enqueue(encoder.encode(`event:${event}\ndata:${JSON.stringify(data)}\n\n`)),
    end: () => controller?.close(),
    breakOff: () => controller?.error(new TypeError('network error')),
  }
}
