import { IconStarFilled } from '@tabler/icons-react'
import type { Personality } from '@/lib/api/schema'
import { count, number, stars } from '@/lib/format'
import styles from './rating-histogram.module.css'

/** How many gave how many stars, five at the top. */
export function RatingHistogram({ average, count: ratings, histogram }: Personality['rating']) {
  const most = Math.max(1, ...histogram)
  return (
    <div className={styles.rating}>
      <div className={styles.average}>
        <b className="tabular">{ratings > 0 ? stars(average) : '–'}</b>
        <span>{ratings > 0 ? count(ratings, 'rating') : 'No ratings yet'}</span>
      </div>
      <ol className={styles.bars} aria-label="Ratings by stars">
        {[5, 4, 3, 2, 1].map((given) => {
          const people = histogram[given - 1] ?? 0
          return (
            <li key={given}>
              <span aria-hidden className="tabular">
                {given} <IconStarFilled size={11} className={styles.star} />
              </span>
              <span className={styles.bar} aria-hidden>
                <span style={{ transform: `scaleX(${people / most})` }} />
              </span>
              <span aria-hidden className={styles.people}>
                {number(people)}
              </span>
              <span className="spoken">
                {count(given, 'star')}: {number(people)}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
