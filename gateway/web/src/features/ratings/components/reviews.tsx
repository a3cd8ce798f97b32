import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem-notice'
import type { Personality } from '@/lib/api/schema'
import { useLive } from '@/lib/live'
import { type ReviewSort, useHelpful, useReviews } from '../api/reviews'
import { OwnRating } from './own-rating'
import { ReviewItem } from './review-item'
import styles from './reviews.module.css'

type Props = { personality: Pick<Personality, 'id' | 'name' | 'version'> }

/** What people think of somebody, and what I do. */
export function Reviews({ personality: { id, name, version } }: Props) {
  const [sort, setSort] = useState<ReviewSort>('newest')
  const reviews = useReviews(id, sort)
  const helpful = useHelpful(id)
  const client = useQueryClient()
  useLive((change) => {
    if (change.type === 'rating' && change.personalityId === id)
      void client.invalidateQueries({ queryKey: ['ratings', id, 'reviews'] })
  })
  const items = reviews.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={styles.reviews}>
      <OwnRating id={id} name={name} />
      <div className={styles.header}>
        <h2>Reviews</h2>
        <NativeSelect
          aria-label="Sort reviews"
          size="xs"
          value={sort}
          data={[
            { value: 'newest', label: 'Newest' },
            { value: 'helpful', label: 'Most helpful' },
          ]}
          onChange={({ currentTarget }) => setSort(currentTarget.value as ReviewSort)}
        />
      </div>
      {reviews.isPending && <Skeleton height={140} />}
      {reviews.isLoadingError && (
        <ProblemNotice error={reviews.error} onRetry={() => void reviews.refetch()} />
      )}
      {reviews.isSuccess && items.length === 0 && (
        <p className={styles.none}>Nobody has written anything yet. Yours would be the first.</p>
      )}
      <ul className={styles.list}>
        {items.map((review) => (
          <ReviewItem
            key={review.id}
            review={review}
            currentVersion={version}
            onHelpful={() => helpful.mutate(review)}
          />
        ))}
      </ul>
      {reviews.hasNextPage && (
        <Button
          variant="default"
          loading={reviews.isFetchingNextPage}
          onClick={() => void reviews.fetchNextPage()}
        >
          More reviews
        </Button>
      )}
    </div>
  )
}
