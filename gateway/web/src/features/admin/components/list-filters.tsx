import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { number } from '@/lib/format'
import { useSearchBox } from '@/lib/search-box'
import type { AdminPage, Status } from '../api/schema'
import { type AdminFilters, STATUSES } from '../use-admin-filters'
import { STATUS } from '../words'
import styles from './admin-personality-list.module.css'

type Props = {
  filters: AdminFilters
  statuses: AdminPage['facets']['statuses']
  onChange: (changed: Partial<AdminFilters>) => void
}

/** Words and a status; `/` comes here from anywhere on the page. */
export function ListFilters({ filters, statuses, onChange }: Props) {
  const { ref, typed, setTyped } = useSearchBox(filters.search, (search) => onChange({ search }))
  const total = statuses.reduce((sum, { status, count }) => (status === 'deleted' ? sum : sum + count), 0)
  const countOf = (status: Status) => statuses.find((one) => one.status === status)?.count ?? 0
  return (
    <div className={styles.filters}>
      <TextInput
        ref={ref}
        type="search"
        className={styles.search}
        aria-label="Search personalities"
        placeholder="Search names and texts"
        maxLength={200}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <fieldset className={styles.statuses} aria-label="Status">
        <Chip
          isOn={!filters.status}
          name="All"
          count={total}
          onClick={() => onChange({ status: undefined })}
        />
        {STATUSES.map((status) => (
          <Chip
            key={status}
            isOn={filters.status === status}
            name={STATUS[status]}
            count={countOf(status)}
            onClick={() => onChange({ status })}
          />
        ))}
      </fieldset>
    </div>
  )
}

type ChipProps = { name: string; count: number; isOn: boolean; onClick: () => void }

const Chip = ({ name, count, isOn, onClick }: ChipProps) => (
  <UnstyledButton className={styles.status} aria-pressed={isOn} onClick={onClick}>
    {name} <span className="tabular">{number(count)}</span>
  </UnstyledButton>
)
