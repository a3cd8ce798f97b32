import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { orla } from '@/testing/personalities'
import { renderPage } from '@/testing/render'
import { Face } from './face'

const avatar = { url: '/256.webp', srcset: '/64.webp 64w, /256.webp 256w' }
const picture = () => screen.getByRole('presentation')
const blurred = (container: HTMLElement) => container.querySelector('[style*="64.webp"]')

it('is its smallest picture, blurred, until the large one is there', () => {
  const { container } = renderPage(<Face id={orla.id} name={orla.name} avatar={avatar} size={160} />)
  expect(blurred(container)).toBeInTheDocument()
  fireEvent.load(picture())
  expect(blurred(container)).not.toBeInTheDocument()
})

it('asks for one picture where it is small', () => {
  const { container } = renderPage(<Face id={orla.id} name={orla.name} avatar={avatar} size={96} />)
  expect(blurred(container)).not.toBeInTheDocument()
  expect(picture()).toHaveAttribute('sizes', '96px')
})

it('is drawn when its picture is gone', () => {
  renderPage(<Face id={orla.id} name={orla.name} avatar={avatar} size={96} />)
  fireEvent.error(picture())
  expect(picture()).toHaveAttribute('src', `/api/marketplace/avatars/fallback/${orla.id}.svg`)
})
