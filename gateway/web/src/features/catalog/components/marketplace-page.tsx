import { Title } from '@mantine/core'
import { count } from '@/lib/format'
import { useTitle } from '@/lib/title'
import { useList } from '../api/list-personalities'
import { useFilters } from '../use-filters'
import { ActiveFilters } from './active-filters'
import { CategoryFilter } from './category-filter'
import styles from './marketplace-page.module.css'
import { PersonalityGrid } from './personality-grid'
import { SearchBar } from './search-bar'
import { SortOptions } from './sort-options'

/** The marketplace: find somebody. All of its state is in the address. */
export function MarketplacePage({ isCovered }: { isCovered: boolean }) {
  const { filters, address, change } = useFilters()
  const list = useList(filters)
  const first = list.data?.pages[0]
  const categories = first?.facets.categories ?? []
  useTitle(isCovered ? undefined : filters.search && `“${filters.search}”`)
  return (
    <div className={styles.page}>
      <section className={styles.hero}>
        <Title order={1} className={styles.headline}>
          Find somebody worth talking to
        </Title>
        <p className={styles.promise}>Chat with them here, then bring them to your Discord server.</p>
        <SearchBar value={filters.search} onChange={(search) => void change({ search }, { replace: true })} />
      </section>
      <CategoryFilter
        categories={categories}
        isPending={list.isPending}
        chosen={filters.categories}
        onChange={(categories) => void change({ categories })}
      />
      <ActiveFilters filters={filters} categories={categories} onChange={change} />
      <div className={styles.outcome}>
        <p className={styles.found} role="status">
          {first &&
            !list.isPlaceholderData &&
            `${first.totalIsEstimate ? 'About ' : ''}${count(first.total, 'personality', 'personalities')}`}
        </p>
        <SortOptions
          value={filters.sort}
          isSearch={filters.search !== ''}
          onChange={(sort) => void change({ sort })}
        />
      </div>
      <PersonalityGrid list={list} filters={filters} address={address} onChange={change} />
    </div>
  )
}
