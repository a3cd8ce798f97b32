import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { administered, orlaForAdmins as orla, renderAdmin } from '@/testing/admin'
import { violations } from '@/testing/axe'
import { ada, signedInAs } from '@/testing/people'
import { FAILURES, failing, problem } from '@/testing/problems'
import { server } from '@/testing/server'
import { seeWayOn } from '@/testing/way-on'
import type { AdminPersonality, Template } from './api/schema'

const PATH = `/api/admin/personalities/${orla.id}`
const AT = `personalities/${orla.id}`

/** Keeps what is put, as the service does; a stale If-Match is a 412. */
function stored(now: AdminPersonality = orla) {
  const state = { now, puts: [] as Template[] }
  administered()
  server.use(
    http.get(PATH, () => HttpResponse.json(state.now)),
    http.put(PATH, async ({ request }) => {
      if (request.headers.get('If-Match') !== `"${state.now.revision}"`)
        return problem(412, 'precondition-failed')
      const body = (await request.json()) as Template
      state.puts.push(body)
      const { category: _, ...rest } = body
      state.now = {
        ...state.now,
        ...(rest as Partial<AdminPersonality>),
        revision: state.now.revision + 1,
        unpublishedChanges: true,
      }
      return HttpResponse.json(state.now)
    }),
    http.post(`${PATH}/:deed`, ({ params }) => {
      const status = ({ publish: 'published', archive: 'archived', restore: 'published' } as const)[
        params.deed as 'publish'
      ]
      state.now = { ...state.now, status, revision: state.now.revision + 1, unpublishedChanges: false }
      return HttpResponse.json(state.now)
    }),
  )
  return state
}

it('shows the draft, its card and how it begins to talk', async () => {
  stored()
  renderAdmin(AT)
  expect(await screen.findByRole('heading', { name: orla.name, level: 1 })).toBeVisible()
  const preview = screen.getByRole('complementary', { name: 'Preview' })
  expect(preview).toHaveTextContent(orla.greeting)
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
  expect(await violations()).toEqual([])
})

it('saves on top of what was read, and then has nothing to save', async () => {
  const state = stored()
  const { user } = renderAdmin(AT)
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await user.type(name, ' the Brave')
  expect(screen.getByText('Not saved yet')).toBeVisible()
  expect(screen.getByRole('complementary')).toHaveTextContent(`${orla.name} the Brave`)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(`${orla.name} the Brave is saved.`)).toBeVisible()
  expect(state.puts).toHaveLength(1)
  expect(state.puts[0]).toMatchObject({
    name: `${orla.name} the Brave`,
    slug: orla.slug,
    category: 'companions',
  })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled())
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText(`${orla.name} the Brave is published.`)).toBeVisible()
})

it('sends nothing that the service would refuse, and leads to what is to be mended', async () => {
  const state = stored()
  const { user } = renderAdmin(AT)
  await user.click(await screen.findByRole('tab', { name: 'Conversation' }))
  await user.clear(screen.getByRole('textbox', { name: 'Greeting' }))
  await user.click(screen.getByRole('tab', { name: 'Who' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('One thing has to be mended first.')
  expect(screen.getByRole('tab', { name: /^Conversation ?1 to mend$/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  expect(screen.getByRole('textbox', { name: 'Greeting' })).toHaveAccessibleDescription(/Must not be empty\./)
  expect(state.puts).toEqual([])
  expect(await violations()).toEqual([])
})

it('shows what the service alone finds wrong beside its field', async () => {
  stored()
  failing('put', PATH, 400, 'invalid-request', {
    errors: [{ field: 'tagline', message: 'must not contain the character U+202E' }],
  })
  const { user } = renderAdmin(AT)
  const tagline = await screen.findByRole('textbox', { name: 'Tagline' })
  await user.type(tagline, '!')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(tagline).toHaveAccessibleDescription(/Must not contain the character U\+202E\./))
})

it('merges what somebody else wrote meanwhile, field by field', async () => {
  const state = stored()
  const { user } = renderAdmin(AT)
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' the Brave')
  await user.type(screen.getByRole('textbox', { name: 'Tagline' }), ' Mine.')
  state.now = { ...orla, revision: 8, tagline: 'Theirs.', greeting: 'Good morning.' }
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else changed this meanwhile' })
  expect(dialog).toHaveTextContent('Their changes of greeting are taken over.')
  expect(within(dialog).getByRole('radio', { name: 'Mine: Tagline' })).toBeChecked()
  expect(await violations(dialog)).toEqual([])
  await user.click(within(dialog).getByRole('radio', { name: 'Theirs: Tagline' }))
  await user.click(within(dialog).getByRole('button', { name: 'Save both' }))
  expect(await screen.findByText('Both changes are saved.')).toBeVisible()
  expect(state.puts).toHaveLength(1)
  expect(state.puts[0]).toMatchObject({
    name: `${orla.name} the Brave`,
    tagline: 'Theirs.',
    greeting: 'Good morning.',
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

it('asks before unsaved words are lost', async () => {
  stored()
  const { user, router } = renderAdmin(AT)
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!')
  await user.click(screen.getByRole('link', { name: 'Audit trail' }))
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
  await user.click(within(dialog).getByRole('button', { name: 'Stay' }))
  expect(router.state.location.pathname).toBe(`/admin/${AT}`)
  server.use(http.get('/api/admin/audit', () => HttpResponse.json({ items: [] })))
  await user.click(screen.getByRole('link', { name: 'Audit trail' }))
  await user.click(await screen.findByRole('button', { name: 'Leave' }))
  await expect.poll(() => router.state.location.pathname).toBe('/admin/audit')
})

it('keeps unsaved words through a session that has ended', async () => {
  stored()
  failing('put', PATH, 401, 'unauthenticated')
  const { user, unmount } = renderAdmin(AT)
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' the Brave')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('link', { name: 'Continue with Discord' })).toBeVisible()
  unmount()
  stored()
  signedInAs(ada)
  renderAdmin(AT)
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(`${orla.name} the Brave`)
  expect(sessionStorage).toHaveLength(0)
})

it('archives, takes that back, and lets nobody write meanwhile', async () => {
  stored()
  const { user } = renderAdmin(AT)
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }))
  expect(await screen.findByText('It is archived. Restore it to change it.')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText(`${orla.name} is restored.`)).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeEnabled()
})

it('brings somebody back under another address when theirs is taken', async () => {
  stored({ ...orla, status: 'deleted' })
  const slugs: (string | null)[] = []
  server.use(
    http.post(`${PATH}/restore`, ({ request }) => {
      const slug = new URL(request.url).searchParams.get('slug')
      slugs.push(slug)
      return slug
        ? HttpResponse.json({ ...orla, status: 'draft', slug, revision: 9 })
        : problem(409, 'slug-taken', { detail: 'Another personality has this address.' })
    }),
  )
  const { user } = renderAdmin(AT)
  await user.click(await screen.findByRole('button', { name: 'Restore' }))
  const dialog = await screen.findByRole('dialog', { name: 'Somebody else has this address now' })
  await user.type(within(dialog).getByRole('textbox'), 'orla-again')
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }))
  expect(await screen.findByText(`${orla.name} is restored.`)).toBeVisible()
  expect(slugs).toEqual([null, 'orla-again'])
})

it('writes somebody new with the keyboard, and publishes them', async () => {
  const created: Template[] = []
  stored({ ...orla, status: 'draft', revision: 1 })
  server.use(
    http.post('/api/admin/personalities', async ({ request }) => {
      created.push((await request.json()) as Template)
      return HttpResponse.json({ ...orla, status: 'draft', version: undefined, revision: 1 }, { status: 201 })
    }),
  )
  const { user, router } = renderAdmin('personalities/new')
  const type = async (label: RegExp, text: string) =>
    user.type(await screen.findByRole('textbox', { name: label }), text)
  await type(/^Name/, 'Orla')
  await type(/^Tagline/, 'Keeps the lamp lit.')
  await user.selectOptions(screen.getByRole('combobox', { name: /Category/ }), 'companions')
  await type(/^Description/, 'A keeper.')
  await user.click(screen.getByRole('tab', { name: 'Character' }))
  await type(/^Trait 1/, 'Warmth')
  await type(/^System prompt/, 'You are Orla.')
  await user.click(screen.getByRole('tab', { name: 'Conversation' }))
  await type(/^Greeting/, 'Come in.')
  await user.click(screen.getByRole('button', { name: 'Add a conversation' }))
  await type(/^Somebody/, 'Are you lonely?')
  await type(/^Orla/, 'I keep two cups.')
  await user.click(screen.getByRole('button', { name: 'Save and publish' }))
  await expect.poll(() => router.state.location.pathname).toBe(`/admin/${AT}`)
  expect(created[0]).toMatchObject({
    name: 'Orla',
    category: 'companions',
    traits: [{ name: 'Warmth', value: 50 }],
    sampleConversations: [
      [
        { role: 'user', content: 'Are you lonely?' },
        { role: 'assistant', content: 'I keep two cups.' },
      ],
    ],
  })
  expect(await screen.findByText(/is published\.$/)).toBeVisible()
}, 20_000)

it('adds and removes what there may be several of', async () => {
  stored()
  const { user } = renderAdmin(AT)
  await user.click(await screen.findByRole('tab', { name: 'Character' }))
  const before = screen.getAllByRole('slider').length
  await user.click(screen.getByRole('button', { name: 'Add a trait' }))
  expect(screen.getAllByRole('slider')).toHaveLength(before + 1)
  await user.click(screen.getByRole('button', { name: `Remove trait ${before + 1}` }))
  await user.click(screen.getByRole('tab', { name: 'Conversation' }))
  await user.click(screen.getByRole('button', { name: 'Add a greeting' }))
  expect(screen.getByRole('textbox', { name: 'Greeting 2' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove greeting 2' }))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(screen.getAllByRole('textbox', { name: 'Somebody' })).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Remove the last exchange' }))
  expect(await screen.findByText('Published')).toBeVisible()
  expect(screen.queryByText('Not saved yet')).not.toBeInTheDocument()
})

it.each(['Character', 'Conversation', 'More', 'Face'])('has the tab %s for everybody', async (tab) => {
  stored()
  const { user } = renderAdmin(AT)
  await user.click(await screen.findByRole('tab', { name: tab }))
  expect(await violations()).toEqual([])
})

it.each(FAILURES)('has words and a way on when reading answers %i', async (status) => {
  administered()
  failing('get', PATH, status)
  renderAdmin(AT)
  await seeWayOn(status)
})

it.each([0, 403, 409, 413, 422, 428, 429, 500, 503])(
  'keeps all words when saving answers %i',
  async (status) => {
    stored()
    failing('put', PATH, status)
    const { user } = renderAdmin(AT)
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(`${orla.name}!`)
  },
)
