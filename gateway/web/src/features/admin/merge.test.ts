import { expect, it } from 'vitest'
import { orlaForAdmins } from '@/testing/admin'
import { draftOf } from './draft'
import { merge, takeFrom } from './merge'

const base = draftOf(orlaForAdmins)

it('puts together what two people changed in different places', () => {
  const { merged, theirs, conflicts } = merge(
    base,
    { ...base, name: 'Orla the Brave' },
    { ...base, tagline: 'Keeps two cups.' },
  )
  expect(merged).toEqual({ ...base, name: 'Orla the Brave', tagline: 'Keeps two cups.' })
  expect([theirs, conflicts]).toEqual([['tagline'], []])
})

it('asks where both changed the same, and keeps mine until somebody decides', () => {
  const other = { ...base, tags: ['storm'] }
  const { merged, theirs, conflicts } = merge(base, { ...base, tags: ['calm'] }, other)
  expect(merged.tags).toEqual(['calm'])
  expect([theirs, conflicts]).toEqual([[], ['tags']])
  expect(takeFrom(merged, other, ['tags']).tags).toEqual(['storm'])
})

it('sees no conflict where both wrote the same', () => {
  const same = { ...base, name: 'Orla the Brave' }
  expect(merge(base, same, same)).toEqual({ merged: same, theirs: [], conflicts: [] })
})
