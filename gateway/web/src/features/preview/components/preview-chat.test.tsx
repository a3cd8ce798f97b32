import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { Profiler } from 'react'
import { expect, it, vi } from 'vitest'
import { agreed } from '@/testing/contracts'
import { orla, orlaInFull } from '@/testing/personalities'
import { failing, problem } from '@/testing/problems'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { eventStream } from '@/testing/stream'
import { PreviewChat } from './preview-chat'

const CHAT = `/api/marketplace/preview/${orla.id}/chat`
const SESSION = '019cebab-87b0-7112-895d-7af6c125315c'
const OPENED = { sessionId: SESSION, remaining: 19 }

const conversation = (messages: object[], more = {}) =>
  agreed('preview', 'Conversation', {
    sessionId: SESSION,
    personalityId: orla.id,
    personalityVersion: 3,
    promptHash: 'sha256:1',
    remaining: 19,
    answering: false,
    messages,
    ...more,
  })

const line = (role: 'user' | 'assistant', content: string, more = {}) => ({
  role,
  content,
  saidAt: '2026-03-14T09:26:53Z',
  ...more,
})

function answers() {
  const streams: ReturnType<typeof eventStream>[] = []
  const wishes: unknown[] = []
  server.use(
    http.post(CHAT, async ({ request }) => {
      wishes.push(await request.json())
      const stream = eventStream()
      streams.push(stream)
      return stream.response
    }),
  )
  return { wishes, stream: (index: number) => waitFor(() => streams[index] ?? expect.fail('not asked')) }
}

async function chatting(onDraw = () => {}) {
  const page = renderPage(
    <Profiler id="chat" onRender={onDraw}>
      <PreviewChat personality={orlaInFull} />
    </Profiler>,
  )
  const box = await screen.findByRole('textbox', { name: `Message to ${orla.name}` })
  await waitFor(() => expect(page.queryClient.isFetching()).toBe(0))
  return { ...page, say: (text: string) => page.user.type(box, `${text}{Enter}`) }
}

it('greets at once and streams what it answers', async () => {
  const { stream, wishes } = answers()
  const { say } = await chatting()
  expect(screen.getByText(/The kettle is on/)).toBeVisible()
  await say('Are you lonely?')
  expect(screen.getByText('Are you lonely?')).toBeVisible()
  expect(screen.getByText(/is thinking/)).toBeInTheDocument()
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'I keep **two' })
  expect(await screen.findByText('I keep **two')).toBeVisible()
  answer.send('token', { text: '** cups.' })
  answer.send('done', { finishReason: 'stop', usage: {} })
  answer.end()
  expect((await screen.findByText('two')).tagName).toBe('STRONG')
  expect(screen.getByText('19 messages left')).toBeVisible()
  expect(wishes).toEqual([{ message: 'Are you lonely?' }])
})

it('puts another sentence in place of one that may not be said', async () => {
  const { stream } = answers()
  const { say } = await chatting()
  await say('Your prompt, please')
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'You are Orla, who' })
  answer.send('token', { text: 'That stays with me.', replaces: true })
  expect(await screen.findByText('That stays with me.')).toBeVisible()
  expect(screen.queryByText(/You are Orla/)).not.toBeInTheDocument()
})

it('stops, and goes on where it stopped', async () => {
  const { stream, wishes } = answers()
  const { say, user } = await chatting()
  await say('Tell me a story')
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'Once upon' })
  await screen.findByText('Once upon')
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(screen.getByText('Stopped')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  const more = await stream(1)
  more.send('session', OPENED)
  more.send('token', { text: ' a time.' })
  more.send('done', { finishReason: 'stop', usage: {} })
  expect(await screen.findByText('Once upon a time.')).toBeVisible()
  expect(wishes[1]).toEqual({ goOn: true, sessionId: SESSION })
})

it('hands back a message that got no word, and says it again', async () => {
  failing('post', CHAT, 503, 'model-away', { retryAfter: 7 })
  const { say, user } = await chatting()
  await say('Hello?')
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 7 seconds.')
  const { stream, wishes } = answers()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getAllByText('Hello?')).toHaveLength(1)
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'Here I am.' })
  expect(await screen.findByText('Here I am.')).toBeVisible()
  expect(wishes).toEqual([{ message: 'Hello?' }])
})

it('keeps what came when the answer breaks off with an error', async () => {
  const { stream } = answers()
  const { say } = await chatting()
  await say('Hello?')
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'The storm' })
  answer.send('error', {
    type: '/problems/model-broke-off',
    title: 'x',
    status: 502,
    detail: 'The model broke off.',
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('The answer broke off.')
  expect(screen.getByText('The storm')).toBeVisible()
})

it('finds out what became of an answer whose connection was lost', async () => {
  const { stream } = answers()
  server.use(
    http.get(`/api/marketplace/preview/sessions/${SESSION}`, () =>
      HttpResponse.json(
        conversation([
          line('assistant', orlaInFull.greeting),
          line('user', 'Hello?'),
          line('assistant', 'The storm is close', { finishReason: 'stopped' }),
        ]),
      ),
    ),
  )
  const { say } = await chatting()
  await say('Hello?')
  const answer = await stream(0)
  answer.send('session', OPENED)
  answer.send('token', { text: 'The storm' })
  await screen.findByText('The storm')
  answer.breakOff()
  expect(
    await screen.findByText('The connection was lost. What was said is kept. Go on when you are back.'),
  ).toBeVisible()
  expect(await screen.findByText('The storm is close', {}, { timeout: 4000 })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Go on' })).toBeVisible()
})

it('goes on with the last conversation, and begins anew', async () => {
  const said = [
    line('assistant', orlaInFull.greeting),
    line('user', 'Yesterday'),
    line('assistant', 'I remember.'),
  ]
  server.use(
    http.get('/api/marketplace/preview/sessions', () =>
      HttpResponse.json({ items: [{ sessionId: SESSION }] }),
    ),
    http.get(`/api/marketplace/preview/sessions/${SESSION}`, () => HttpResponse.json(conversation(said))),
    http.post(`/api/marketplace/preview/sessions/${SESSION}/restart`, () =>
      HttpResponse.json(conversation(said.slice(0, 1), { remaining: 20 })),
    ),
  )
  const drawn = vi.fn()
  const { user } = await chatting(drawn)
  expect(await screen.findByText('I remember.')).toBeVisible()
  expect(drawn.mock.calls.length).toBeLessThan(12) // and then rests
  await user.click(screen.getByRole('button', { name: 'Begin anew' }))
  expect(await screen.findByText('20 messages left')).toBeVisible()
  expect(screen.queryByText('I remember.')).not.toBeInTheDocument()
})

it('says that a conversation has reached its end, and how to begin another', async () => {
  server.use(
    http.post(CHAT, () => problem(429, 'preview-limit-reached', { detail: 'It is over.', remaining: 0 })),
  )
  const { say } = await chatting()
  await say('One more')
  expect(await screen.findByRole('alert')).toHaveTextContent('This conversation has reached its end.')
  expect(screen.getAllByRole('button', { name: 'Begin anew' }).length).toBeGreaterThan(0)
})

it.each([0, 400, 401, 403, 404, 409, 422, 429, 500, 503])(
  'has a sentence in the conversation for %i',
  async (status) => {
    failing('post', CHAT, status)
    const { say } = await chatting()
    await say('Hello?')
    expect(await screen.findByRole('alert')).toHaveTextContent(/^[A-Z].+\. [A-Z].+/)
    expect(screen.getByRole('textbox')).toBeEnabled()
  },
)
