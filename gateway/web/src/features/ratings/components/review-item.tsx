import { IconCircleCheck, IconStarFilled, IconThumbUp } from '@tabler/icons-react'
import type { Review } from '@/lib/api/schema'
import { useAccount } from '@/lib/account'
import { count, dateTime, number, since } from '@/lib/format'
import styles from './review-item.module.css'

type Props = { review: Review; currentVersion: number; onHelpful: () => void }

/** Plain text, as it was written; nobody learns by whom. */
export function ReviewItem({ review: item, currentVersion, onHelpful }: Props) {
  const { stars, review, submittedAt, verified, personalityVersion, helpfulCount, foundHelpful } = item
  const { account } = useAccount()
  return (
    <li className={styles.review}>
      <p className={styles.facts}>
        <span className={styles.stars}>
          <span className="spoken">{count(stars, 'star')}</span>
          {Array.from({ length: stars }, (_, index) => (
            <IconStarFilled key={index} size={14} aria-hidden />
          ))}
        </span>
        {verified && (
          <span className={styles.verified}>
            <IconCircleCheck size={14} aria-hidden /> Has used it
          </span>
        )}
        <time dateTime={submittedAt} title={dateTime(submittedAt)}>
          {since(submittedAt)}
        </time>
        {personalityVersion < currentVersion && <span>Version {personalityVersion}</span>}
      </p>
      <p className={styles.text}>{review}</p>
      <button
        type="button"
        className={styles.helpful}
        aria-pressed={foundHelpful ?? false}
        disabled={!account}
        title={account ? undefined : 'Sign in to say that this helped'}
        onClick={onHelpful}
      >
        <IconThumbUp size={14} aria-hidden /> Helpful{helpfulCount > 0 && ` (${number(helpfulCount)})`}
      </button>
    </li>
  )
}
