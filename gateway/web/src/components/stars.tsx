import { IconStarFilled } from '@tabler/icons-react'
import { compact, count, stars } from '@/lib/format'
import styles from './stars.module.css'

type Props = { average: number; count: number; size?: 'sm' | 'md' }

/** "4.7 ★ (1.2K)"; in words to a screen reader. */
export function Stars({ average, count: ratings, size = 'sm' }: Props) {
  if (ratings === 0) return <span className={styles.stars}>No ratings yet</span>
  return (
    <span className={styles.stars} data-size={size}>
      <IconStarFilled aria-hidden className={styles.star} size={size === 'sm' ? 13 : 18} />
      <span aria-hidden className="tabular">
        <b key={average}>{stars(average)}</b> ({compact(ratings)})
      </span>
      <span className="spoken">
        {stars(average)} of 5 stars, {count(ratings, 'rating')}
      </span>
    </span>
  )
}
