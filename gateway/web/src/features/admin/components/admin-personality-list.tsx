import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { count } from '@/lib/format'
import { useAdminList } from '../api/list-personalities'
import { useAdminFilters } from '../use-admin-filters'
import { useDeeds } from '../use-deeds'
import { BulkBar } from './bulk-bar'
import { BulkReport } from './bulk-report'
import { ListFilters } from './list-filters'
import { NothingFound } from './nothing-found'
import styles from './admin-personality-list.module.css'
import { PersonalityTable } from './personality-table'

/** All personalities in every status. */
function AdminPersonalityList() {
  const { filters, change } = useAdminFilters()
  const list = useAdminList(filters)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const deeds = useDeeds()
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = rows.filter(({ id }) => selected.has(id))
  return (
    <Page
      wide
      title="Personalities"
      actions={
        <Button component={Link} to="new" leftSection={<IconPlus size={18} aria-hidden />}>
          New personality
        </Button>
      }
    >
      <ListFilters
        filters={filters}
        statuses={list.data?.pages[0]?.facets.statuses ?? []}
        onChange={(changed) => {
          setSelected(new Set())
          change(changed)
        }}
      />
      {deeds.failures.length > 0 && <BulkReport failures={deeds.failures} onClose={deeds.forget} />}
      {list.isLoadingError ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isSuccess && rows.length === 0 ? (
        <NothingFound filters={filters} onChange={change} />
      ) : (
        <PersonalityTable
          rows={rows}
          isPending={list.isPending}
          sort={filters.sort}
          onSort={(sort) => change({ sort })}
          selected={selected}
          onSelect={setSelected}
          onDeed={(deed, row) => deeds.run(deed, [row])}
        />
      )}
      <footer className={styles.footer}>
        {list.data && (
          <span role="status">
            {count(rows.length, 'personality', 'personalities')} of {list.data.pages[0]?.total ?? 0}
          </span>
        )}
        {list.hasNextPage && (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </footer>
      {chosen.length > 0 && (
        <BulkBar
          rows={chosen}
          isBusy={deeds.isPending}
          onDeed={(deed) => deeds.run(deed, chosen, () => setSelected(new Set()))}
          onClear={() => setSelected(new Set())}
        />
      )}
    </Page>
  )
}

export { AdminPersonalityList as Component }
