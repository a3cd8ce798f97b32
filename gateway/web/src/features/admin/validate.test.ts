import { expect, it } from 'vitest'
import { orlaForAdmins } from '@/testing/admin'
import { type Draft, draftOf, EMPTY, templateOf } from './draft'
import { faultsOf } from './validate'

const orla = draftOf(orlaForAdmins)
const faultOf = (changed: Partial<Draft>) => faultsOf({ ...orla, ...changed })

it('finds nothing wrong with what the service has accepted', () => {
  expect(faultsOf(orla)).toEqual([])
})

it('names everything that is needed and missing', () => {
  expect(faultsOf(EMPTY).map(({ field }) => field)).toEqual([
    'name',
    'tagline',
    'description',
    'category',
    'traits[0].name',
    'greeting',
    'systemPrompt',
  ])
})

it.each<[string, Partial<Draft>, string, string]>([
  ['a long name', { name: 'x'.repeat(81) }, 'name', 'must have at most 80 characters, not 81'],
  ['a name that Discord refuses', { name: 'Clyde Jr' }, 'name', 'must not contain "clyde"'],
  ['a disguised one', { nickname: 'ＤＩＳＣＯＲＤ' }, 'nickname', 'must not contain "discord"'],
  ['everybody', { name: 'Everyone' }, 'name', 'must not be "everyone"'],
  ['an address with a space', { slug: 'a b' }, 'slug', 'must be words of a-z and 0-9'],
  ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'tags', 'at most 20'],
  ['a long tag', { tags: ['x'.repeat(33)] }, 'tags[0]', 'at most 32'],
  ['no trait', { traits: [] }, 'traits', 'at least 1'],
  ['a strong trait', { traits: [{ name: 'Warmth', value: 101 }] }, 'traits[0].value', 'from 0 to 100'],
  ['a hot model', { generation: { model: '', temperature: '3' } }, 'generation.temperature', 'from 0 to 2'],
  [
    'an empty turn',
    { sampleConversations: [[{ role: 'user', content: ' ' }]] },
    'sampleConversations[0][0].content',
    'must not be empty',
  ],
  [
    'sections that are too long together',
    { promptSections: { ...orla.promptSections, scenario: 'x'.repeat(7_990) } },
    'systemPrompt',
    'with all prompt sections',
  ],
])('refuses %s', (_, changed, field, message) => {
  const fault = faultOf(changed).find((one) => one.field === field)
  expect(fault?.message).toContain(message)
})

it('counts letters as people do', () => {
  expect(faultOf({ name: '🐙'.repeat(80) })).toEqual([])
})

it('sends what it was given, and leaves out what is empty', () => {
  expect(templateOf({ ...orla, nickname: ' ', generation: { model: '', temperature: '0.5' } })).toMatchObject(
    {
      name: orla.name,
      category: 'companions',
      promptSections: {},
      attribution: { source: [] },
      generation: { temperature: 0.5 },
    },
  )
  expect(templateOf(orla)).not.toHaveProperty('nickname')
})
