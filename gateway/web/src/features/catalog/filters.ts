/** What the list shows. The address is its only home. */
export type Filters = { search: string; categories: string[]; tags: string[]; sort: Sort | undefined }

export const SORTS = ['popular', 'newest', 'rating', 'name'] as const
export type Sort = (typeof SORTS)[number] | 'relevance'

export const SORT_NAMES: Record<Sort, string> = {
  relevance: 'Best match',
  popular: 'Most popular',
  newest: 'Newest',
  rating: 'Best rated',
  name: 'By name',
}

const LONGEST_SEARCH = 200

export function readFilters(address: string): Filters {
  const params = new URLSearchParams(address)
  const sort = params.get('sort')
  return {
    search: (params.get('search') ?? '').slice(0, LONGEST_SEARCH),
    categories: params.getAll('category'),
    tags: params.getAll('tag'),
    sort: sort !== null && sort in SORT_NAMES ? (sort as Sort) : undefined,
  }
}

export function addressOf(filters: Filters): string {
  const params = new URLSearchParams()
  if (filters.search) params.set('search', filters.search)
  for (const category of filters.categories) params.append('category', category)
  for (const tag of filters.tags) params.append('tag', tag)
  if (filters.sort) params.set('sort', filters.sort)
  const text = params.toString()
  return text ? `?${text}` : ''
}

export const NO_FILTERS: Filters = { search: '', categories: [], tags: [], sort: undefined }

export const isFiltered = ({ search, categories, tags }: Filters) =>
  search !== '' || categories.length > 0 || tags.length > 0

export const toggled = (all: string[], one: string) =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
