import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'

/** A failure leaves nobody stranded: it can be tried again, or signed in for. */
export const seeWayOn = (status: number) =>
  waitFor(() =>
    expect(
      status === 401
        ? screen.getByRole('link', { name: 'Continue with Discord' })
        : screen.getByRole('button', { name: 'Try again' }),
    ).toBeVisible(),
  )
