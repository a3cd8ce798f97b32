import { Skeleton } from '@mantine/core'
import type { Category } from '@/lib/api/schema'
import { compact } from '@/lib/format'
import { toggled } from '../filters'
import styles from './category-filter.module.css'

type Props = {
  categories: Category[]
  isPending: boolean
  chosen: string[]
  onChange: (categories: string[]) => void
}

const PLACEHOLDERS = [92, 118, 84, 104, 126, 90, 110]

/** A row of categories of which several may be chosen, with how many each would show. */
export function CategoryFilter({ categories, isPending, chosen, onChange }: Props) {
  if (isPending)
    return (
      <div className={styles.row}>
        {PLACEHOLDERS.map((width, index) => (
          <Skeleton key={index} width={width} height={36} radius="xl" className={styles.placeholder} />
        ))}
      </div>
    )
  if (categories.length === 0) return null
  return (
    // a row that scrolls can be scrolled by keyboard through the buttons in it
    <div className={styles.row} role="group" aria-label="Categories">
      <button
        type="button"
        className={styles.chip}
        aria-pressed={chosen.length === 0}
        onClick={() => onChange([])}
      >
        All
      </button>
      {categories.map(({ slug, name, count }) => (
        <button
          key={slug}
          type="button"
          className={styles.chip}
          aria-pressed={chosen.includes(slug)}
          data-empty={count === 0 || undefined}
          onClick={() => onChange(toggled(chosen, slug))}
        >
          {name} <span className={styles.count}>{compact(count)}</span>
        </button>
      ))}
    </div>
  )
}
