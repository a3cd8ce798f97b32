import { fireEvent, screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { administered, orlaForAdmins as orla, renderAdmin, shelves } from '@/testing/admin'
import { violations } from '@/testing/axe'
import { agreed } from '@/testing/contracts'
import { FAILURES, failing, problem } from '@/testing/problems'
import { server } from '@/testing/server'
import { seeWayOn } from '@/testing/way-on'

const PATH = `/api/admin/personalities/${orla.id}`

describe('versions', () => {
  const versions = [3, 2].map((version) => ({
    version,
    contentHash: `sha256:${version}`,
    publishedAt: orla.updatedAt,
    publisher: { id: orla.id, name: 'Ada Admin' },
    changed: version === 3 ? ['tagline'] : [],
  }))
  const compared: string[] = []

  function versioned() {
    administered()
    server.use(
      http.get(`${PATH}/versions`, () => HttpResponse.json({ items: versions })),
      http.get(`${PATH}/versions/diff`, ({ request }) => {
        compared.push(new URL(request.url).search)
        return HttpResponse.json([
          {
            field: 'tagline',
            before: 'Keeps it.',
            after: 'Keeps the lamp.',
          },
        ])
      }),
    )
  }

  it('show what the newest says differently, and compare any two', async () => {
    versioned()
    const { user } = renderAdmin(`personalities/${orla.id}`)
    await user.click(await screen.findByRole('tab', { name: 'Versions' }))
    const comparison = await screen.findByRole('region', { name: 'Comparison' })
    expect(await within(comparison).findByText('Tagline')).toBeVisible()
    expect(within(comparison).getByText('it.').tagName).toBe('DEL')
    expect(within(comparison).getByText('the lamp.').tagName).toBe('INS')
    await user.selectOptions(within(comparison).getByRole('combobox', { name: 'To' }), 'draft')
    await expect.poll(() => compared.at(-1)).toBe('?from=2&to=draft')
    expect(await violations()).toEqual([])
  })

  it('go back to an old one once that is confirmed', async () => {
    versioned()
    server.use(
      http.post(`${PATH}/versions/2/rollback`, ({ request }) =>
        request.headers.get('If-Match') === '"7"'
          ? HttpResponse.json({ ...orla, version: 4, revision: 8 })
          : problem(412, 'precondition-failed'),
      ),
    )
    const { user } = renderAdmin(`personalities/${orla.id}`)
    await user.click(await screen.findByRole('tab', { name: 'Versions' }))
    await user.click(await screen.findByRole('button', { name: 'Roll back to version 2' }))
    const dialog = await screen.findByRole('dialog', { name: 'Roll back to version 2?' })
    await user.click(within(dialog).getByRole('button', { name: 'Roll back' }))
    expect(await screen.findByText(/says again what it said in version 2/)).toBeVisible()
  })

  it.each(FAILURES)('have words and a way on when they answer %i', async (status) => {
    administered()
    failing('get', `${PATH}/versions`, status)
    const { user } = renderAdmin(`personalities/${orla.id}`)
    await user.click(await screen.findByRole('tab', { name: 'Versions' }))
    await seeWayOn(status)
  })
})

describe('the import', () => {
  const card = new File(['{}'], 'orla.json', { type: 'application/json' })
  const report = (overrides: object = {}) =>
    agreed('catalog', 'CardReport', {
      file: 'orla.json',
      spec: 'v3' as const,
      personality: { slug: 'orla', name: 'Orla' },
      mapped: ['description → systemPrompt'],
      preservedNotUsed: ['data.character_book'],
      warnings: ['None of the tags belongs to a category.'],
      errors: [],
      ...overrides,
    })
  const refused = { file: 'bad.png', personality: undefined, errors: ['The PNG is cut off.'] }

  it('looks first, then makes drafts of what is good', async () => {
    const asked: string[] = []
    server.use(
      http.post('/api/admin/personalities/import', ({ request }) => {
        const dryRun = new URL(request.url).searchParams.get('dryRun')
        asked.push(dryRun ?? '')
        const { personality: _, ...bad } = report(refused)
        return HttpResponse.json(
          dryRun === 'true'
            ? [report(), bad]
            : [report({ personality: { id: orla.id, slug: 'orla', name: 'Orla' } })],
        )
      }),
    )
    renderAdmin('import')
    fireEvent.drop(await screen.findByTestId('drop-zone'), {
      dataTransfer: { files: [card, new File([''], 'bad.png')] },
    })
    const reports = await screen.findByRole('list', { name: 'What would become of the files' })
    expect(reports).toHaveTextContent('None of the tags belongs to a category.')
    expect(reports).toHaveTextContent('The PNG is cut off.')
    expect(await violations()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Make 1 draft' }))
    expect(await screen.findByRole('link', { name: 'Open the draft' })).toHaveAttribute(
      'href',
      `/admin/personalities/${orla.id}`,
    )
    expect(asked).toEqual(['true', 'false'])
  })

  it('shows the reports also when every file is refused', async () => {
    const { personality: _, ...bad } = report(refused)
    failing('post', '/api/admin/personalities/import', 400, 'cards-refused', { reports: [bad] })
    const { user } = renderAdmin('import')
    await user.upload(await screen.findByLabelText('Cards'), card)
    expect(await screen.findByText('The PNG is cut off.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Make/ })).not.toBeInTheDocument()
  })

  it('takes ten at most', async () => {
    renderAdmin('import')
    fireEvent.drop(await screen.findByTestId('drop-zone'), {
      dataTransfer: { files: Array.from({ length: 11 }, (_, n) => new File([''], `${n}.png`)) },
    })
    expect(await screen.findByRole('alert')).toHaveTextContent('These are 11 files. Up to 10 go at once.')
  })

  it.each(FAILURES)('has words and a way on when it answers %i', async (status) => {
    failing('post', '/api/admin/personalities/import', status)
    const { user } = renderAdmin('import')
    await user.upload(await screen.findByLabelText('Cards'), card)
    await seeWayOn(status)
  })
})

describe('categories', () => {
  function shelved() {
    const asked: [string, string, unknown][] = []
    administered()
    const note = async ({ request }: { request: Request }) => {
      const text = await request.text()
      asked.push([
        request.method,
        new URL(request.url).pathname.replace('/api/admin/categories', ''),
        text ? JSON.parse(text) : undefined,
      ])
      return request.method === 'DELETE'
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json(shelves[0])
    }
    server.use(
      http.post('/api/admin/categories', note),
      http.post('/api/admin/categories/:slug/merge', note),
      http.put('/api/admin/categories/:slug', note),
      http.delete('/api/admin/categories/:slug', note),
    )
    return asked
  }

  const menu = async (user: UserEvent, item: string) => {
    await user.click(await screen.findByRole('button', { name: 'What to do with Games' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }

  it('can be put in order and added to', async () => {
    const asked = shelved()
    const { user } = renderAdmin('categories')
    await user.click(await screen.findByRole('button', { name: 'Move Games up' }))
    await user.type(screen.getByRole('textbox', { name: 'Name of a new category' }), 'Sea{Enter}')
    await expect
      .poll(() => asked)
      .toEqual([
        ['PUT', '/order', { slugs: ['games', 'companions'] }],
        ['POST', '', { name: 'Sea' }],
      ])
  })

  it('can be renamed', async () => {
    const asked = shelved()
    const { user } = renderAdmin('categories')
    await menu(user, 'Rename')
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' night{Enter}')
    await expect.poll(() => asked).toEqual([['PUT', '/games', { name: 'Games night', slug: 'games' }]])
  })

  it('can be merged into another, and empty ones removed', async () => {
    const asked = shelved()
    const { user, unmount } = renderAdmin('categories')
    await menu(user, 'Merge into another')
    await user.click(await screen.findByRole('button', { name: 'Merge' }))
    await expect.poll(() => asked).toEqual([['POST', '/games/merge', { into: 'companions' }]])
    unmount()
    await menu(renderAdmin('categories').user, 'Remove')
    await expect.poll(() => asked.at(-1)).toEqual(['DELETE', '/games', undefined])
  })

  it('are for everybody to use', async () => {
    shelved()
    renderAdmin('categories')
    expect(await screen.findByText('companions, once friends')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('say above the list what could not be done', async () => {
    shelved()
    failing('post', '/api/admin/categories', 409, 'slug-taken', { detail: 'Another category has this name.' })
    const { user } = renderAdmin('categories')
    await user.type(await screen.findByRole('textbox', { name: 'Name of a new category' }), 'Games{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Another category has this name.')
    expect(screen.getByRole('textbox', { name: 'Name of a new category' })).toHaveValue('Games')
  })

  it.each(FAILURES)('have words and a way on when they answer %i', async (status) => {
    failing('get', '/api/admin/categories', status)
    renderAdmin('categories')
    await seeWayOn(status)
  })
})

describe('the audit trail', () => {
  const entry = {
    id: '019cad9d-0000-7000-8000-00000000a001',
    at: orla.updatedAt,
    actor: { id: orla.id, name: 'Ada Admin' },
    action: 'replace',
    personalityId: orla.id,
    changes: [{ field: 'traits[0].value', before: 86, after: 80 }],
  }

  it('says who did what, and what that changed', async () => {
    administered()
    server.use(http.get('/api/admin/audit', () => HttpResponse.json({ items: [entry] })))
    const { user } = renderAdmin('audit')
    const change = await screen.findByRole('listitem')
    expect(await within(change).findByRole('link', { name: orla.name })).toBeVisible()
    expect(change).toHaveTextContent(`Ada Admin edited ${orla.name}`)
    await user.click(within(change).getByText('1 change'))
    expect(change).toHaveTextContent('Traits · 1 value86 80')
    expect(await violations()).toEqual([])
  })

  it('has what it looks for in the address', async () => {
    administered()
    const asked: URLSearchParams[] = []
    server.use(
      http.get('/api/admin/audit', ({ request }) => {
        asked.push(new URL(request.url).searchParams)
        return HttpResponse.json({ items: [] })
      }),
    )
    const { user, router } = renderAdmin(`audit?personality=${orla.id}`)
    await user.selectOptions(await screen.findByRole('combobox', { name: 'What was done' }), 'publish')
    fireEvent.change(screen.getByLabelText('To day'), { target: { value: '2026-11-02' } })
    await expect.poll(() => asked.at(-1)?.get('to')).toBe(new Date('2026-11-03T00:00').toISOString())
    expect(asked.at(-1)?.get('action')).toBe('publish')
    expect(await screen.findByText('Nothing was done.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(router.state.location.search).toBe('')
  })

  it.each(FAILURES)('has words and a way on when it answers %i', async (status) => {
    failing('get', '/api/admin/audit', status)
    renderAdmin('audit')
    await seeWayOn(status)
  })
})
