import { Skeleton } from '@mantine/core'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { asProblem } from '@/lib/api/problem'
import { inOneLine } from '@/lib/api/sentences'
import { useShelves, useShelving } from '../api/categories'
import { AddCategory } from './add-category'
import styles from './categories-page.module.css'
import { CategoryRow } from './category-row'
import { FaultLine } from './fault-line'

/** The shelves of the marketplace, in their order. */
export function Component() {
  const shelves = useShelves()
  const shelving = useShelving()
  return (
    <Page wide title="Categories" intro="In the order in which the marketplace shows them.">
      {shelves.isPending && <Skeleton height={320} radius="lg" />}
      {shelves.isLoadingError && (
        <ProblemNotice error={shelves.error} onRetry={() => void shelves.refetch()} />
      )}
      {shelving.isError && <FaultLine>{inOneLine(asProblem(shelving.error))}</FaultLine>}
      {shelves.data && (
        <>
          <ol className={styles.list} aria-label="Categories">
            {shelves.data.map((shelf, at) => (
              <CategoryRow
                key={shelf.slug}
                shelf={shelf}
                all={shelves.data}
                at={at}
                isBusy={shelving.isPending}
                onDeed={shelving.mutate}
              />
            ))}
          </ol>
          <AddCategory isBusy={shelving.isPending} onDeed={shelving.mutateAsync} />
        </>
      )}
    </Page>
  )
}
