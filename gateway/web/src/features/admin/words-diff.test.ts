import { expect, it } from 'vitest'
import { fieldName } from './words'
import { wordsDiff } from './words-diff'

const shown = (before: string, after: string) =>
  wordsDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[kind])
    .join('')

it('shows the words that went and came', () => {
  expect(shown('Keeps the lamp lit.', 'Keeps the old lamp.')).toBe('Keeps the [-lamp][+old] [-lit.][+lamp.]')
  expect(shown('same', 'same')).toBe('same')
  expect(shown('', 'new')).toBe('[+new]')
})

it('shows long texts as wholes', () => {
  expect(wordsDiff('a '.repeat(1_000), 'b '.repeat(1_000)).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})

it('says paths in words', () => {
  expect(fieldName('traits[0].value')).toBe('Traits · 1 value')
  expect(fieldName('promptSections.scenario')).toBe('Prompt sections · scenario')
  expect(fieldName('tagline')).toBe('Tagline')
})
