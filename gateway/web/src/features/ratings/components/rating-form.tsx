import { Button, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { asProblem } from '@/lib/api/problem'
import { randomKey } from '@/lib/api/client'
import { inOneLine } from '@/lib/api/sentences'
import type { OwnRating } from '@/lib/api/schema'
import { forget, kept } from '@/lib/kept'
import { useRate, useWithdraw, type Waiting, waitingKey } from '../api/own-rating'
import styles from './own-rating.module.css'
import { StarInput } from './star-input'

const LONGEST = 2_000

type Props = { id: string; name: string; own: OwnRating | null }

/** Stars first; words if one likes. */
export function RatingForm({ id, name, own }: Props) {
  const key = waitingKey(id)
  const [waiting] = useState(() => kept<Waiting>(key))
  useEffect(() => forget(key), [key])
  const [stars, setStars] = useState(waiting?.stars ?? own?.stars ?? 0)
  const [review, setReview] = useState(waiting?.review ?? own?.review ?? '')
  const [attempt, setAttempt] = useState(randomKey)
  const rate = useRate(id)
  const withdraw = useWithdraw(id)
  const isChanged = stars !== (own?.stars ?? 0) || review !== (own?.review ?? '')

  const changed = (change: () => void) => {
    change()
    setAttempt(randomKey()) // another rating, not the same once more
    rate.reset()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        rate.mutate({ stars, review: review.trim() || undefined, attempt })
      }}
    >
      <StarInput
        label={own ? 'Your rating' : `How do you like ${name}?`}
        value={stars}
        onChange={(given) => changed(() => setStars(given))}
      />
      {stars > 0 && (
        <>
          <Textarea
            label="Review"
            description="Optional. Everybody can read it, nobody sees your name."
            rows={3}
            maxLength={LONGEST}
            value={review}
            onChange={({ currentTarget }) => changed(() => setReview(currentTarget.value))}
          />
          {rate.isError && (
            <p role="alert" className={styles.problem}>
              {inOneLine(asProblem(rate.error))}
            </p>
          )}
          <div className={styles.actions}>
            <Button type="submit" variant="light" disabled={!isChanged} loading={rate.isPending}>
              {own ? 'Change my rating' : 'Rate'}
            </Button>
            {own && (
              <Button
                variant="subtle"
                color="gray"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate()}
              >
                Withdraw
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  )
}
