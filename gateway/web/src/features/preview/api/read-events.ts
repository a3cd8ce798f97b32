/** One server-sent event; https://html.spec.whatwg.org/multipage/server-sent-events.html */
export type ServerEvent = { event: string; data: string }

/** The events of a stream as they come. A stream of a POST, which the browser's EventSource cannot read. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const parts = (rest + value).replace(/\r\n?/g, '\n').split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const event = parse(part)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined) // the connection may be gone already
  }
}

function parse(block: string): ServerEvent | undefined {
  const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line))
  const values = (name: string) =>
    fields.filter((field) => field?.[1] === name).map((field) => field?.[2] ?? '')
  const data = values('data').join('\n')
  return data === '' ? undefined : { event: values('event').at(-1) ?? 'message', data }
}
