import type { Draft as Voice } from '@/lib/api/schema'
import type { AdminPersonality, Template, Trait, Turn } from './api/schema'

/** A personality as a form has it: everything is there, and what is empty is an empty text. */
export type Draft = {
  name: string
  slug: string
  tagline: string
  description: string
  category: string
  tags: string[]
  nickname: string
  traits: Trait[]
  systemPrompt: string
  promptSections: { personality: string; scenario: string; systemOverride: string; postHistory: string }
  promptVisibility: 'hidden' | 'open'
  generation: { model: string; temperature: string }
  greeting: string
  alternateGreetings: string[]
  sampleConversations: Turn[][]
  attribution: { creator: string; cardVersion: string; source: string[] }
}

export type Field = keyof Draft

export const EMPTY: Draft = {
  name: '',
  slug: '',
  tagline: '',
  description: '',
  category: '',
  tags: [],
  nickname: '',
  traits: [{ name: '', value: 50 }],
  systemPrompt: '',
  promptSections: { personality: '', scenario: '', systemOverride: '', postHistory: '' },
  promptVisibility: 'hidden',
  generation: { model: '', temperature: '' },
  greeting: '',
  alternateGreetings: [],
  sampleConversations: [],
  attribution: { creator: '', cardVersion: '', source: [] },
}

export const FIELDS = Object.keys(EMPTY) as Field[]

export function draftOf(personality: AdminPersonality): Draft {
  const { promptSections, attribution, generation } = personality
  return {
    name: personality.name,
    slug: personality.slug,
    tagline: personality.tagline,
    description: personality.description,
    category: personality.category.slug,
    tags: personality.tags,
    nickname: personality.nickname ?? '',
    traits: personality.traits,
    systemPrompt: personality.systemPrompt,
    promptSections: { ...EMPTY.promptSections, ...promptSections },
    promptVisibility: personality.promptVisibility,
    generation: {
      model: generation?.model ?? '',
      temperature: generation?.temperature === undefined ? '' : String(generation.temperature),
    },
    greeting: personality.greeting,
    alternateGreetings: personality.alternateGreetings ?? [],
    sampleConversations: personality.sampleConversations,
    attribution: { ...EMPTY.attribution, ...attribution },
  }
}

/** What is sent: what was left empty is left out. */
export function templateOf(draft: Draft): Template {
  const { slug, nickname, promptSections, attribution, generation, ...rest } = draft
  return {
    ...rest,
    ...filled({ slug, nickname }),
    promptSections: filled(promptSections) as Template['promptSections'],
    attribution: {
      ...filled({ creator: attribution.creator, cardVersion: attribution.cardVersion }),
      source: attribution.source,
    } as Template['attribution'],
    generation: {
      ...filled({ model: generation.model }),
      ...(generation.temperature.trim() ? { temperature: Number(generation.temperature) } : {}),
    } as Template['generation'],
  }
}

/** Whether it can be talked with already. */
export const canTalk = ({ name, greeting, systemPrompt }: Draft) =>
  [name, greeting, systemPrompt].every((text) => text.trim() !== '')

/** What makes it speak; sample conversations that are being written are not in it yet. */
export function voiceOf(draft: Draft): Voice {
  const { nickname, promptSections, generation } = templateOf(draft)
  return {
    name: draft.name,
    greeting: draft.greeting,
    systemPrompt: draft.systemPrompt,
    sampleConversations: draft.sampleConversations.filter((turns) =>
      turns.every(({ content }) => content.trim() !== ''),
    ),
    ...(nickname && { nickname }),
    ...(promptSections && { promptSections }),
    ...(generation && { generation }),
  }
}

const filled = <Texts extends Record<string, string>>(texts: Texts): Partial<Texts> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')) as Partial<Texts>

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
