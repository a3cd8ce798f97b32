import { NativeSelect } from '@mantine/core'
import { SORT_NAMES, type Sort, SORTS } from '../filters'

type Props = { value: Sort | undefined; isSearch: boolean; onChange: (sort: Sort | undefined) => void }

/** What comes first. Without a choice: what fits a search best, else what is popular. */
export function SortOptions({ value, isSearch, onChange }: Props) {
  const natural: Sort = isSearch ? 'relevance' : 'popular'
  const offered: Sort[] = isSearch ? ['relevance', ...SORTS] : [...SORTS]
  return (
    <NativeSelect
      aria-label="Sort by"
      w={160}
      value={value && offered.includes(value) ? value : natural}
      data={offered.map((sort) => ({ value: sort, label: SORT_NAMES[sort] }))}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value as Sort
        onChange(chosen === natural ? undefined : chosen)
      }}
    />
  )
}
