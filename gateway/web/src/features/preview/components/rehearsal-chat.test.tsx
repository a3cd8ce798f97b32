import { screen, waitFor } from '@testing-library/react'
import { http } from 'msw'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Draft } from '@/lib/api/schema'
import { agreed } from '@/testing/contracts'
import { failing } from '@/testing/problems'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { eventStream } from '@/testing/stream'
import { RehearsalChat } from './rehearsal-chat'

const CHAT = '/api/admin/preview/chat'
const MARLOW = { name: 'Marlow', greeting: 'Mind the wet paint.', systemPrompt: 'You are Marlow.' }

/** The draft beside its form, which is one field here. */
function Desk() {
  const [draft, setDraft] = useState<Draft>(MARLOW)
  return (
    <>
      <input
        aria-label="Greeting"
        value={draft.greeting}
        onChange={(event) => setDraft({ ...draft, greeting: event.currentTarget.value })}
      />
      <RehearsalChat draft={draft} />
    </>
  )
}

function rehearsed() {
  const streams: ReturnType<typeof eventStream>[] = []
  const requests: unknown[] = []
  server.use(
    http.post(CHAT, async ({ request }) => {
      requests.push(agreed('preview', 'RehearsalRequest', await request.json()))
      const stream = eventStream()
      streams.push(stream)
      return stream.response
    }),
  )
  const { user } = renderPage(<Desk />)
  const say = (text: string) =>
    user.type(screen.getByRole('textbox', { name: 'Message to Marlow' }), `${text}{Enter}`)
  return {
    user,
    say,
    requests,
    stream: (index: number) => waitFor(() => streams[index] ?? expect.fail('not asked')),
  }
}

it('speaks as the form has it, with all that was said', async () => {
  const { user, say, requests, stream } = rehearsed()
  await user.clear(screen.getByRole('textbox', { name: 'Greeting' }))
  await user.type(screen.getByRole('textbox', { name: 'Greeting' }), 'Ahoy.')
  expect(screen.getByText('Ahoy.')).toBeVisible()

  await say('What do you mend?')
  const answer = await stream(0)
  answer.send('token', { text: 'Nets.' })
  answer.send('done', { finishReason: 'stop', usage: {} })
  answer.end()
  expect(await screen.findByText('Nets.')).toBeVisible()
  await say('And boats?')
  await stream(1)
  expect(requests).toEqual([
    { draft: { ...MARLOW, greeting: 'Ahoy.' }, messages: [{ role: 'user', content: 'What do you mend?' }] },
    {
      draft: { ...MARLOW, greeting: 'Ahoy.' },
      messages: [
        { role: 'user', content: 'What do you mend?' },
        { role: 'assistant', content: 'Nets.' },
        { role: 'user', content: 'And boats?' },
      ],
    },
  ])
})

it('keeps its greeting once the conversation has begun, until it begins anew', async () => {
  const { user, say, stream } = rehearsed()
  await say('Hello')
  const answer = await stream(0)
  answer.send('token', { text: 'Yes?' })
  answer.send('done', { finishReason: 'stop', usage: {} })
  answer.end()
  await screen.findByText('Yes?')
  await user.type(screen.getByRole('textbox', { name: 'Greeting' }), ' Sit.')
  expect(screen.getByText('Mind the wet paint.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Begin anew' }))
  expect(screen.getByText('Mind the wet paint. Sit.')).toBeVisible()
  expect(screen.queryByText('Yes?')).not.toBeInTheDocument()
})

it('asks anew for an answer that broke off', async () => {
  const { user, say, requests, stream } = rehearsed()
  await say('Hello')
  const answer = await stream(0)
  answer.send('token', { text: 'The n' })
  await screen.findByText('The n')
  answer.breakOff()
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await stream(1)
  expect(requests[1]).toEqual(requests[0])
  expect(screen.queryByText('The n')).not.toBeInTheDocument()
  expect(screen.getAllByText('Hello')).toHaveLength(1)
})

it.each([0, 400, 401, 403, 422, 429, 500, 503])(
  'has a sentence in the conversation for %i',
  async (status) => {
    const { say } = rehearsed()
    failing('post', CHAT, status)
    await say('Hello')
    expect(await screen.findByRole('alert')).toHaveTextContent(/^[A-Z].+\. [A-Z].+/)
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
)
