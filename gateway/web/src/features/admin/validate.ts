import type { FieldError } from '@/lib/api/problem'
import type { Draft } from './draft'

/** The same limits as catalog-service has in TemplateReader and PromptReader, told before it is asked. */
export const LONGEST = {
  name: 80,
  nickname: 32,
  tagline: 160,
  description: 20_000,
  tag: 32,
  trait: 32,
  prompt: 8_000,
  greeting: 4_000,
  turn: 4_000,
  samples: 40_000,
  credit: 200,
  model: 100,
} as const
export const MOST = { tags: 20, traits: 8, greetings: 50, conversations: 20, turns: 50 } as const

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const RESERVED = ['discord', 'clyde', '```', '@everyone', '@here']
const EVERYBODY = ['everyone', 'here']

export const lengthOf = (text: string) => Array.from(text.trim()).length

/** All that the service would find fault with, by the paths that it would name. */
export function faultsOf(draft: Draft): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string) => found.push({ field, message })
  const text = (field: string, value: string, longest: number, isNeeded = true) => {
    if (isNeeded && lengthOf(value) === 0) add(field, 'must not be empty')
    else if (lengthOf(value) > longest)
      add(field, `must have at most ${longest} characters, not ${lengthOf(value)}`)
  }
  const discordName = (field: string, value: string) => {
    const plain = value.normalize('NFKC').toLowerCase().trim()
    for (const word of RESERVED)
      if (plain.includes(word)) add(field, `must not contain "${word}": Discord refuses it`)
    if (EVERYBODY.includes(plain)) add(field, `must not be "${plain}": Discord refuses it`)
  }

  text('name', draft.name, LONGEST.name)
  discordName('name', draft.name)
  text('nickname', draft.nickname, LONGEST.nickname, false)
  discordName('nickname', draft.nickname)
  if (draft.slug && !(draft.slug.length <= 64 && SLUG.test(draft.slug)))
    add('slug', 'must be words of a-z and 0-9 joined by hyphens, at most 64 characters')
  text('tagline', draft.tagline, LONGEST.tagline)
  text('description', draft.description, LONGEST.description)
  if (!draft.category) add('category', 'must be chosen')
  if (draft.tags.length > MOST.tags) add('tags', `must have at most ${MOST.tags} elements`)
  draft.tags.forEach((tag, index) => text(`tags[${index}]`, tag, LONGEST.tag))
  if (draft.traits.length === 0) add('traits', 'must have at least 1 element')
  if (draft.traits.length > MOST.traits) add('traits', `must have at most ${MOST.traits} elements`)
  draft.traits.forEach(({ name, value }, index) => {
    text(`traits[${index}].name`, name, LONGEST.trait)
    if (!Number.isInteger(value) || value < 0 || value > 100)
      add(`traits[${index}].value`, 'must be a whole number from 0 to 100')
  })
  text('greeting', draft.greeting, LONGEST.greeting)
  draft.alternateGreetings.forEach((greeting, index) =>
    text(`alternateGreetings[${index}]`, greeting, LONGEST.greeting),
  )
  text('systemPrompt', draft.systemPrompt, LONGEST.prompt)
  const sections = Object.entries(draft.promptSections)
  for (const [name, section] of sections) text(`promptSections.${name}`, section, LONGEST.prompt, false)
  const prompts = [draft.systemPrompt, ...sections.map(([, section]) => section)].map(lengthOf)
  limit(add, 'systemPrompt', 'with all prompt sections', prompts, LONGEST.prompt)
  draft.sampleConversations.forEach((turns, at) =>
    turns.forEach(({ content }, turn) =>
      text(`sampleConversations[${at}][${turn}].content`, content, LONGEST.turn),
    ),
  )
  const samples = draft.sampleConversations.flat().map(({ content }) => lengthOf(content))
  limit(add, 'sampleConversations', 'in all turns together', samples, LONGEST.samples)
  const { temperature, model } = draft.generation
  text('generation.model', model, LONGEST.model, false)
  if (temperature.trim() && !(Number(temperature) >= 0 && Number(temperature) <= 2))
    add('generation.temperature', 'must be from 0 to 2')
  text('attribution.creator', draft.attribution.creator, LONGEST.credit, false)
  text('attribution.cardVersion', draft.attribution.cardVersion, LONGEST.credit, false)
  return found
}

/** Texts that are short enough each, but not together. */
function limit(
  add: (field: string, message: string) => void,
  field: string,
  extent: string,
  lengths: number[],
  longest: number,
) {
  const sum = lengths.reduce((total, length) => total + length, 0)
  if (sum > longest && lengths.every((length) => length <= longest))
    add(field, `must have at most ${longest} characters ${extent}, not ${sum}`)
}
