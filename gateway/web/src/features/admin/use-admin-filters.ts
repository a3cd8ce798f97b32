import { useSearchParams } from 'react-router'
import { IN_PLACE } from '@/lib/address'
import type { Status } from './api/schema'

export const STATUSES: Status[] = ['published', 'draft', 'archived', 'deleted']
export const SORTS = ['updated', 'created', 'name', 'status'] as const
export type AdminSort = (typeof SORTS)[number]
export type AdminFilters = { search: string; status: Status | undefined; sort: AdminSort }

const among = <T extends string>(values: readonly T[], value: string | null) =>
  values.find((one) => one === value)

/** What the list shows is in the address alone: reload, back and sharing work. */
export function useAdminFilters() {
  const [params, setParams] = useSearchParams()
  const filters: AdminFilters = {
    search: params.get('search') ?? '',
    status: among(STATUSES, params.get('status')),
    sort: among(SORTS, params.get('sort')) ?? 'updated',
  }
  const change = (changed: Partial<AdminFilters>) => {
    const { search, status, sort } = { ...filters, ...changed }
    setParams(
      {
        ...(search ? { search } : {}),
        ...(status ? { status } : {}),
        ...(sort === 'updated' ? {} : { sort }),
      },
      IN_PLACE,
    )
  }
  return { filters, change }
}
