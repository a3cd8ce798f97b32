import { http, HttpResponse } from 'msw'
import { Outlet, type RouteObject } from 'react-router'
import type { AdminPersonality, Row, Shelf } from '@/features/admin/api/schema'
import { AdminLayout } from '@/features/admin/components/admin-layout'
import { adminRoutes } from '@/features/admin/routes'
import { agreed } from './contracts'
import { ada, signedInAs } from './people'
import { orla, orlaInFull } from './personalities'
import { renderRoutes } from './render'
import { server } from './server'

/** Orla as her admins see her: published in version 3, and nothing else drafted. */
export const orlaForAdmins: AdminPersonality = agreed('catalog', 'AdminPersonality', {
  id: orla.id,
  status: 'published' as const,
  revision: 7,
  version: 3,
  contentHash: orlaInFull.contentHash,
  publishedAt: orla.publishedAt,
  unpublishedChanges: false,
  slug: orla.slug,
  name: orla.name,
  tagline: orla.tagline,
  description: orlaInFull.description,
  category: orla.category,
  tags: orla.tags,
  traits: orlaInFull.traits,
  greeting: orlaInFull.greeting,
  systemPrompt: 'You are Orla, who keeps the lighthouse.',
  sampleConversations: orlaInFull.sampleConversations,
  promptVisibility: 'hidden' as const,
  avatar: orla.avatar,
  alternateGreetings: [],
  createdAt: orla.publishedAt,
  updatedAt: orla.publishedAt,
})

export const shelves: Shelf[] = [
  { slug: orla.category.slug, name: orla.category.name, aliases: ['friends'] },
  { slug: 'games', name: 'Games', aliases: [] },
].map((shelf, at) =>
  agreed('catalog', 'Shelf', {
    ...shelf,
    counts: { draft: 0, published: at === 0 ? 2 : 0, archived: 0, deleted: 0 },
  }),
)

export function row(overrides: Partial<Row> = {}): Row {
  const { id, status, revision, version, unpublishedChanges, slug, name, tagline } = orlaForAdmins
  const { category, avatar, createdAt, updatedAt } = orlaForAdmins
  return {
    ...{ id, status, revision, version, unpublishedChanges, slug, name, tagline },
    ...{ category, avatar, createdAt, updatedAt },
    ...overrides,
  }
}

export const adminPage = (items: Row[], more: object = {}) => ({
  items,
  total: items.length,
  facets: {
    statuses: (['draft', 'published', 'archived', 'deleted'] as const).map((status) => ({
      status,
      count: items.filter((item) => item.status === status).length,
    })),
  },
  ...more,
})

/** An admin is signed in, and looks at a page of the administration of a marketplace that has Orla. */
export function renderAdmin(at: string) {
  signedInAs(ada)
  return renderRoutes(
    [
      {
        path: '/admin',
        element: (
          <AdminLayout
            card={({ name }) => <article>{name}</article>}
            chat={({ name, greeting }) => <section aria-label={`Chat with ${name}`}>{greeting}</section>}
          />
        ),
        hydrateFallbackElement: null,
        children: adminRoutes,
      },
      { path: '*', element: <Outlet /> },
    ] satisfies RouteObject[],
    `/admin/${at}`,
  )
}

/** The catalogue's administration, for one test; more handlers go before these. */
export function administered() {
  server.use(
    http.get('/api/admin/personalities', () => HttpResponse.json(adminPage([row()]))),
    http.get(`/api/admin/personalities/${orla.id}`, () => HttpResponse.json(orlaForAdmins)),
    http.get('/api/admin/categories', () => HttpResponse.json(shelves)),
  )
}
