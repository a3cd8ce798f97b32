import { fireEvent, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { adminPage, administered, renderAdmin, row } from '@/testing/admin'
import { violations } from '@/testing/axe'
import { mia, signedInAs } from '@/testing/people'
import { FAILURES, failing } from '@/testing/problems'
import { ledTo } from '@/testing/render'
import { server } from '@/testing/server'
import { seeWayOn } from '@/testing/way-on'

const wolf = row({ id: '019cad9d-0000-7000-8000-000000000002', name: 'Wolf', slug: 'wolf', status: 'draft' })
const gone = row({
  id: '019cad9d-0000-7000-8000-000000000003',
  name: 'Gone',
  slug: 'gone',
  status: 'deleted',
})

/** What the list was asked for, newest last. */
function listed(...rows: ReturnType<typeof row>[]) {
  const asked: string[] = []
  server.use(
    http.get('/api/admin/personalities', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(adminPage(rows))
    }),
  )
  return asked
}

it('is for admins', async () => {
  renderAdmin('personalities')
  signedInAs(mia)
  expect(await screen.findByText('This is for admins.')).toBeVisible()
})

it('shows who there is and how they stand', async () => {
  listed(row({ unpublishedChanges: true }), wolf)
  renderAdmin('personalities')
  const table = await screen.findByRole('table', { name: 'Personalities' })
  expect(
    await within(table).findByRole('row', { name: /Orla.*Published.*Unpublished changes.*3/ }),
  ).toBeVisible()
  expect(within(table).getByRole('row', { name: /Wolf.*Draft/ })).toBeVisible()
  expect(screen.getByRole('button', { name: 'All 2' })).toHaveAttribute('aria-pressed', 'true')
  expect(await violations()).toEqual([])
})

it('has its search, status and sort in the address', async () => {
  const asked = listed(row())
  const { user, router } = renderAdmin('personalities?sort=name')
  const heading = await screen.findByRole('columnheader', { name: 'Name' })
  expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await user.keyboard('/wolf')
  await expect.poll(() => router.state.location.search).toBe('?search=wolf&sort=name')
  await user.click(screen.getByRole('button', { name: /^Archived/ }))
  await user.click(screen.getByRole('button', { name: 'Changed' }))
  await expect.poll(() => asked.at(-1)).toBe('?search=wolf&status=archived&sort=updated&limit=50')
  expect(router.state.location.search).toBe('?search=wolf&status=archived')
})

it('adds a status to a search that came the moment before', async () => {
  listed(row())
  const { user, router } = renderAdmin('personalities')
  const archived = await screen.findByRole('button', { name: /^Archived/ })
  const followed = ledTo(router, 'wolf')
  await user.keyboard('/wolf')
  await followed
  fireEvent.click(archived)
  await expect.poll(() => router.state.location.search).toBe('?search=wolf&status=archived')
})

it('goes from name to name with the arrow keys', async () => {
  listed(row(), wolf)
  const { user } = renderAdmin('personalities')
  ;(await screen.findByRole('link', { name: row().name })).focus()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('link', { name: 'Wolf' })).toHaveFocus()
  await user.keyboard('{ArrowUp}')
  expect(screen.getByRole('link', { name: row().name })).toHaveFocus()
})

it('does the same to many, and says for each why it did not work', async () => {
  listed(row(), wolf)
  const asked: unknown[] = []
  server.use(
    http.post('/api/admin/personalities/bulk', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({
        items: [
          { id: row().id, status: 200, etag: '"8"', state: 'published' },
          {
            id: wolf.id,
            status: 412,
            problem: {
              type: '/problems/precondition-failed',
              title: '',
              status: 412,
              detail: 'It has changed since you read it.',
            },
          },
        ],
        succeeded: 1,
        failed: 1,
      })
    }),
  )
  const { user } = renderAdmin('personalities')
  await user.click(await screen.findByRole('checkbox', { name: 'Choose all' }))
  const bar = screen.getByRole('toolbar')
  expect(bar).toHaveTextContent('2 chosen')
  await user.click(within(bar).getByRole('button', { name: 'Publish' }))
  const report = (await screen.findByText('1 personality could not be published')).closest('section')
  expect(report).toHaveTextContent('Wolf: It has changed since you read it.')
  expect(await screen.findByText(`${row().name} is published.`)).toBeVisible()
  expect(asked).toEqual([
    {
      action: 'publish',
      items: [
        { id: row().id, ifMatch: '"7"' },
        { id: wolf.id, ifMatch: '"7"' },
      ],
    },
  ])
  expect(screen.queryByRole('toolbar')).not.toBeInTheDocument()
})

it('takes a deletion back', async () => {
  listed(wolf)
  const asked: unknown[] = []
  server.use(
    http.post('/api/admin/personalities/bulk', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({
        items: [{ id: wolf.id, status: 200, etag: '"8"', state: 'deleted' }],
        succeeded: 1,
        failed: 0,
      })
    }),
  )
  const { user } = renderAdmin('personalities')
  await user.click(await screen.findByRole('button', { name: 'What to do with Wolf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  expect(await screen.findByText('Wolf is deleted.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Wolf is restored.')).toBeVisible()
  expect(asked.at(-1)).toEqual({ action: 'restore', items: [{ id: wolf.id, ifMatch: '"8"' }] })
})

it('offers only what can be done to somebody', async () => {
  listed(gone)
  const { user } = renderAdmin('personalities?status=deleted')
  await user.click(await screen.findByRole('button', { name: 'What to do with Gone' }))
  expect(await screen.findByRole('menuitem', { name: 'Restore' })).toBeInTheDocument()
  expect(screen.queryByRole('menuitem', { name: 'Publish' })).not.toBeInTheDocument()
})

it('says that nobody is found, and how to see all', async () => {
  listed()
  const { user, router } = renderAdmin('personalities?search=nobody')
  expect(await screen.findByText('Nobody is found for “nobody”.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(router.state.location.search).toBe('')
  expect(await screen.findByText('There is nobody here yet.')).toBeVisible()
})

it.each(FAILURES)('has words and a way on when the list answers %i', async (status) => {
  administered()
  failing('get', '/api/admin/personalities', status)
  renderAdmin('personalities')
  await seeWayOn(status)
})

it.each([0, 429, 500, 503])('says so when a deed is answered with %i', async (status) => {
  listed(wolf)
  failing('post', '/api/admin/personalities/bulk', status)
  const { user } = renderAdmin('personalities')
  await user.click(await screen.findByRole('button', { name: 'What to do with Wolf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Publish' }))
  expect(await screen.findByRole('alert')).toBeVisible()
})
