import { Button } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { ProblemNotice } from '@/components/problem-notice'
import { asProblem } from '@/lib/api/problem'
import { sentence } from '@/lib/api/sentences'
import type { useList } from '../api/list-personalities'
import type { Filters } from '../filters'
import { CardSkeleton } from './card-skeleton'
import { EmptyResult } from './empty-result'
import { PersonalityCard } from './personality-card'
import styles from './personality-grid.module.css'
import { useRows } from './use-rows'

type Props = {
  list: ReturnType<typeof useList>
  filters: Filters
  address: string
  onChange: (changes: Partial<Filters>) => unknown
}

/** Everybody who was found. Only the rows near the screen are in the page, however many there are. */
export function PersonalityGrid({ list, filters, address, onChange }: Props) {
  const pages = list.data?.pages
  const cards = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages])
  const { container, columns, virtualizer, keepFocused } = useRows(cards.length)
  const rows = virtualizer.getVirtualItems()
  const lastRow = rows.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const isNearEnd = cards.length > 0 && lastRow >= Math.ceil(cards.length / columns) - 2

  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  if (list.isPending)
    return (
      <div className={styles.grid} aria-busy aria-label="Loading personalities" role="status">
        {Array.from({ length: 10 }, (_, index) => (
          <CardSkeleton key={index} />
        ))}
      </div>
    )
  if (list.isLoadingError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
  if (cards.length === 0) return <EmptyResult filters={filters} onChange={onChange} />
  return (
    <>
      <div
        ref={container}
        className={styles.rows}
        role="list"
        aria-label="Personalities"
        data-outdated={list.isPlaceholderData || undefined}
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={keepFocused}
      >
        {rows.map((row) => (
          <div
            key={row.key}
            data-index={row.index}
            className={styles.row}
            style={{
              transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
            role="presentation"
          >
            {cards.slice(row.index * columns, (row.index + 1) * columns).map((card, column) => (
              <div
                key={card.id}
                role="listitem"
                aria-setsize={list.data?.pages[0]?.total}
                aria-posinset={row.index * columns + column + 1}
              >
                <PersonalityCard card={card} address={address} isFirst={row.index < 2} />
              </div>
            ))}
          </div>
        ))}
      </div>
      {hasNextPage && (
        <div className={styles.more}>
          {isFetchNextPageError && <p role="alert">{sentence(asProblem(list.error)).title}</p>}
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchNextPageError ? 'Try again' : 'Load more'}
          </Button>
        </div>
      )}
    </>
  )
}
