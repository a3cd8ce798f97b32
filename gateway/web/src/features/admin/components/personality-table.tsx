import { Skeleton, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Deed, Row } from '../api/schema'
import type { AdminSort } from '../use-admin-filters'
import { PersonalityRow } from './personality-row'
import styles from './personality-table.module.css'

type Props = {
  rows: Row[]
  isPending: boolean
  sort: AdminSort
  onSort: (sort: AdminSort) => void
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  onDeed: (deed: Deed, row: Row) => void
}

/** Each sort has its one direction: dates the newest first, words by the alphabet. */
const COLUMNS: { sort?: AdminSort; name: string; key: string }[] = [
  { key: 'name', name: 'Name', sort: 'name' },
  { key: 'status', name: 'Status', sort: 'status' },
  { key: 'version', name: 'Version' },
  { key: 'category', name: 'Category' },
  { key: 'created', name: 'Created', sort: 'created' },
  { key: 'updated', name: 'Changed', sort: 'updated' },
]
const isByDate = (sort: AdminSort | undefined) => sort === 'created' || sort === 'updated'

export function PersonalityTable({ rows, isPending, sort, onSort, selected, onSelect, onDeed }: Props) {
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  return (
    <div className={styles.frame}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the links in it */}
      <table className={styles.table} aria-label="Personalities" onKeyDown={moveBetweenRows}>
        <thead>
          <tr>
            <th className={styles.choice}>
              <input
                type="checkbox"
                aria-label="Choose all"
                checked={rows.length > 0 && rows.every(({ id }) => selected.has(id))}
                onChange={({ currentTarget }) =>
                  onSelect(new Set(currentTarget.checked ? rows.map(({ id }) => id) : []))
                }
              />
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column.key}
                data-column={column.key}
                aria-sort={column.sort === sort ? (isByDate(sort) ? 'descending' : 'ascending') : undefined}
              >
                <Heading column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
            <th className={styles.choice}>
              <span className="spoken">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {isPending && <Skeletons />}
          {rows.map((row) => (
            <PersonalityRow
              key={row.id}
              row={row}
              isSelected={selected.has(row.id)}
              onToggle={() => toggle(row.id)}
              onDeed={(deed) => onDeed(deed, row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadingProps = Pick<Props, 'sort' | 'onSort'> & { column: (typeof COLUMNS)[number] }

function Heading({ column, sort, onSort }: HeadingProps) {
  const by = column.sort
  if (!by) return column.name
  const Arrow = isByDate(by) ? IconArrowDown : IconArrowUp
  return (
    <UnstyledButton className={styles.sort} onClick={() => onSort(by)}>
      {column.name} {by === sort && <Arrow size={14} aria-hidden />}
    </UnstyledButton>
  )
}

const Skeletons = () =>
  Array.from({ length: 8 }, (_, row) => (
    <tr key={row}>
      <td colSpan={8}>
        <Skeleton height={40} />
      </td>
    </tr>
  ))

/** The arrow keys go from name to name. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !(event.target instanceof HTMLAnchorElement)) return
  const names = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-name]')]
  const next = names[names.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
