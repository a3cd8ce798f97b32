import { expect, it } from 'vitest'
import { middleOf, sideOf, within } from './crop'

const wide = { width: 400, height: 200 }

it('begins with the largest square in the middle', () => {
  const crop = middleOf(wide)
  expect(crop).toEqual({ x: 200, y: 100, zoom: 1 })
  expect(sideOf(wide, crop)).toBe(200)
})

it('stays within the picture, however far it is moved', () => {
  expect(within(wide, { x: -50, y: 900, zoom: 1 })).toEqual({ x: 100, y: 100, zoom: 1 })
  expect(within(wide, { x: 999, y: 0, zoom: 2 })).toEqual({ x: 350, y: 50, zoom: 2 })
  expect(within(wide, { x: 200, y: 100, zoom: 99 }).zoom).toBe(4)
})
