import { http, HttpResponse } from 'msw'
import { orla, orlaInFull, pageOf } from './personalities'

/** A small marketplace that works: Orla and her like, and a visitor. Tests change what they are about. */
export const handlers = [
  http.get('/api/auth/me', () => HttpResponse.json({}, { status: 401 })),
  http.get('/api/marketplace/personalities', () => HttpResponse.json(pageOf([orla]))),
  http.get('/api/marketplace/categories', () => HttpResponse.json(pageOf([orla]).facets.categories)),
  http.get(`/api/marketplace/personalities/${orla.slug}`, () => HttpResponse.json(orlaInFull)),
  http.get('/api/marketplace/personalities/:id/similar', () => HttpResponse.json({ items: [] })),
  http.get('/api/marketplace/personalities/:id/versions', () => HttpResponse.json([])),
  http.get('/api/marketplace/personalities/:id/ratings', () => HttpResponse.json({ items: [] })),
  http.get('/api/marketplace/preview/sessions', () => HttpResponse.json({ items: [] })),
]
