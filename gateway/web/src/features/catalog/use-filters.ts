import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { AT_ONCE, IN_PLACE } from '@/lib/address'
import { addressOf, type Filters, readFilters } from './filters'

/** Left in the history by a personality that is shown over the list: the list's own query. */
export type Over = { over: string }

export function overOf(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'over' in state ? String(state.over) : undefined
}

/** The filters of the address, or of the list that lies under a personality. */
export function useFilters() {
  const { search, state } = useLocation() as { search: string; state: unknown }
  const navigate = useNavigate()
  const address = overOf(state) ?? search
  const filters = useMemo(() => readFilters(address), [address])
  const change = (changes: Partial<Filters>, { replace = false } = {}) =>
    navigate({ pathname: '/', search: addressOf({ ...filters, ...changes }) }, replace ? IN_PLACE : AT_ONCE)
  return { filters, address, change }
}
