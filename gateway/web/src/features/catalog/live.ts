import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Card, Page, Personality } from '@/lib/api/schema'
import type { LiveChange } from '@/lib/live'

/** The newest version that was told of a personality's ratings or deployments; what is older changes nothing. */
const known = new Map<string, number>()

function isNews(change: Extract<LiveChange, { version: number }>): boolean {
  const key = `${change.type} ${change.personalityId}`
  if ((known.get(key) ?? -1) >= change.version) return false
  known.set(key, change.version)
  return true
}

/** Brings all that is shown of the catalogue up to date with a change that somebody else made. */
export function applyChange(client: QueryClient, change: LiveChange) {
  switch (change.type) {
    case 'rating':
      if (!isNews(change)) return
      changeCards(client, change.personalityId, (card) => ({ ...card, rating: change.rating }))
      changeDetails(client, change.personalityId, (shown) => ({
        ...shown,
        rating: { ...change.rating, histogram: change.histogram },
      }))
      return
    case 'deployment':
      if (!isNews(change)) return
      changeCards(client, change.personalityId, (card) => ({ ...card, deployCount: change.deployCount }))
      changeDetails(client, change.personalityId, (shown) => ({ ...shown, deployCount: change.deployCount }))
      return
    case 'personality':
      void client.invalidateQueries({
        queryKey: ['catalog'],
        refetchType: isShown(client, change.personalityId) ? 'active' : 'none',
      })
      return
    case 'reset':
      void client.invalidateQueries({ queryKey: ['catalog'] })
  }
}

function changeCards(client: QueryClient, id: string, changed: (card: Card) => Card) {
  const inList = (items: Card[]) =>
    items.some((card) => card.id === id)
      ? items.map((card) => (card.id === id ? changed(card) : card))
      : items
  client.setQueriesData<InfiniteData<Page>>({ queryKey: ['catalog', 'list'] }, (list) =>
    list?.pages.some(({ items }) => items.some((card) => card.id === id))
      ? { ...list, pages: list.pages.map((page) => ({ ...page, items: inList(page.items) })) }
      : list,
  )
  client.setQueriesData<{ items: Card[] }>({ queryKey: ['catalog', 'similar'] }, (similar) =>
    similar?.items.some((card) => card.id === id) ? { items: inList(similar.items) } : similar,
  )
}

function changeDetails(client: QueryClient, id: string, changed: (shown: Personality) => Personality) {
  client.setQueriesData<Personality>({ queryKey: ['catalog', 'personality'] }, (shown) =>
    shown?.id === id ? changed(shown) : shown,
  )
}

function isShown(client: QueryClient, id: string): boolean {
  return client
    .getQueriesData<Personality>({ queryKey: ['catalog', 'personality'], type: 'active' })
    .some(([, shown]) => shown?.id === id)
}
