import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Category } from '@/lib/api/schema'
import { type Filters, isFiltered, NO_FILTERS } from '../filters'
import styles from './active-filters.module.css'

type Props = { filters: Filters; categories: Category[]; onChange: (changes: Partial<Filters>) => unknown }

/** What narrows the list now, each to be taken off by itself. */
export function ActiveFilters({ filters, categories, onChange }: Props) {
  if (!isFiltered(filters)) return null
  const { search, tags } = filters
  const without = (all: string[], one: string) => all.filter((other) => other !== one)
  return (
    <div className={styles.row} role="group" aria-label="Active filters">
      {search && <Pill label={`“${search}”`} onRemove={() => onChange({ search: '' })} />}
      {filters.categories.map((slug) => (
        <Pill
          key={slug}
          label={categories.find((category) => category.slug === slug)?.name ?? slug}
          onRemove={() => onChange({ categories: without(filters.categories, slug) })}
        />
      ))}
      {tags.map((tag) => (
        <Pill key={tag} label={`#${tag}`} onRemove={() => onChange({ tags: without(tags, tag) })} />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange({ ...NO_FILTERS, sort: filters.sort })}
      >
        Clear all
      </Button>
    </div>
  )
}

function Pill({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className={styles.pill} onClick={onRemove} aria-label={`Remove filter ${label}`}>
      <span className={styles.label}>{label}</span>
      <IconX size={14} aria-hidden />
    </button>
  )
}
