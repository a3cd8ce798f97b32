import { Button } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { Notice } from '@/components/notice'
import { type Filters, isFiltered, NO_FILTERS } from '../filters'

type Props = { filters: Filters; onChange: (changes: Partial<Filters>) => unknown }

/** Nobody fits: says what to loosen, one thing at a time. */
export function EmptyResult({ filters, onChange }: Props) {
  const { search, categories, tags } = filters
  if (!isFiltered(filters))
    return (
      <Notice title="Nobody is here yet." icon={<IconMoodEmpty size={24} />}>
        The first personalities will appear by themselves.
      </Notice>
    )
  return (
    <Notice
      title={search ? `Nobody fits “${search}” like this.` : 'Nobody fits all of that.'}
      icon={<IconMoodEmpty size={24} />}
      actions={
        <>
          {categories.length > 0 && (
            <Button variant="default" onClick={() => onChange({ categories: [] })}>
              Look in all categories
            </Button>
          )}
          {tags.length > 0 && (
            <Button variant="default" onClick={() => onChange({ tags: [] })}>
              Without tags
            </Button>
          )}
          {search && (
            <Button variant="default" onClick={() => onChange({ search: '' })}>
              Without “{search.slice(0, 40)}”
            </Button>
          )}
          <Button variant="subtle" onClick={() => onChange({ ...NO_FILTERS, sort: filters.sort })}>
            Clear all
          </Button>
        </>
      }
    >
      {search ? 'Try fewer or other words, or loosen something:' : 'Loosen something:'}
    </Notice>
  )
}
