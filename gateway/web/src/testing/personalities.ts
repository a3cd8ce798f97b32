import { agreed } from './contracts'
import golden from '../../../../infra/contracts/events/marketplace.personalities/personality-published.v1.sample.json'
import prompt from '../../../../infra/contracts/events/marketplace.personality-prompts/prompt-published.v1.sample.json'
import rated from '../../../../infra/contracts/events/marketplace.ratings/rating-submitted.v1.sample.json'
import type { Card, Page, Personality } from '@/lib/api/schema'

const { average, count, histogram } = rated.summary

/** Orla, of the golden samples, as the list shows her. */
export const orla: Card = agreed('catalog', 'PersonalityCard', {
  id: golden.personalityId,
  slug: golden.slug,
  name: golden.name,
  tagline: golden.tagline,
  category: golden.category,
  tags: golden.tags,
  avatar: golden.avatar,
  rating: { average, count },
  deployCount: 12,
  publishedAt: golden.publishedAt,
})

export const orlaInFull: Personality = agreed('catalog', 'PersonalityDetail', {
  ...orla,
  rating: { ...orla.rating, histogram },
  description: golden.description,
  traits: golden.traits,
  greeting: prompt.greeting,
  sampleConversations: [
    [
      { role: 'user' as const, content: 'Are you lonely?' },
      { role: 'assistant' as const, content: 'I keep **two** cups.' },
    ],
  ],
  promptVisibility: 'hidden' as const,
  contentHash: golden.contentHash,
  version: golden.version,
  updatedAt: golden.publishedAt,
})

export function card(number: number, overrides: Partial<Card> = {}): Card {
  const id = `019cad9d-0000-7000-8000-${String(number).padStart(12, '0')}`
  return agreed('catalog', 'PersonalityCard', {
    ...orla,
    id,
    slug: `personality-${number}`,
    name: `Personality ${number}`,
    ...overrides,
  })
}

export function pageOf(items: Card[], overrides: Partial<Page> = {}): Page {
  return agreed('catalog', 'PersonalityPage', {
    items,
    total: items.length,
    facets: { categories: [{ slug: 'companions', name: 'Companions', count: items.length }] },
    ...overrides,
  })
}
