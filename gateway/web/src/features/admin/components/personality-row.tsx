import { Menu } from '@mantine/core'
import { Link } from 'react-router'
import { Face } from '@/components/face'
import { date, dateTime, since } from '@/lib/format'
import type { Deed, Row } from '../api/schema'
import { DEED, deedsOf } from '../words'
import styles from './personality-table.module.css'
import { RowMenu } from './row-menu'
import { StatusMark } from './status-mark'

type Props = { row: Row; isSelected: boolean; onToggle: () => void; onDeed: (deed: Deed) => void }

export function PersonalityRow({ row, isSelected, onToggle, onDeed }: Props) {
  const { id, slug, name, avatar, status, version, category, createdAt, updatedAt } = row
  return (
    <tr data-selected={isSelected || undefined}>
      <td className={styles.choice}>
        <input type="checkbox" aria-label={`Choose ${name}`} checked={isSelected} onChange={onToggle} />
      </td>
      <td data-column="name">
        <div className={styles.who}>
          <Face id={id} name={name} avatar={avatar} size={36} ring={false} />
          <span className={styles.names}>
            <Link to={id} data-name>
              {name}
            </Link>
            <span className={styles.slug}>{slug}</span>
          </span>
        </div>
      </td>
      <td data-column="status">
        <StatusMark {...row} />
      </td>
      <td data-column="version" className="tabular">
        {version ?? '–'}
      </td>
      <td data-column="category">{category.name}</td>
      <td data-column="created">
        <time dateTime={createdAt} title={dateTime(createdAt)}>
          {date(createdAt)}
        </time>
      </td>
      <td data-column="updated">
        <time dateTime={updatedAt} title={dateTime(updatedAt)}>
          {since(updatedAt)}
        </time>
      </td>
      <td className={styles.choice}>
        <RowMenu name={name}>
          <Menu.Item data-autofocus component={Link} to={id}>
            Edit
          </Menu.Item>
          {status === 'published' && (
            <Menu.Item component={Link} to={`/personalities/${slug}`}>
              See in the marketplace
            </Menu.Item>
          )}
          <Menu.Item component={Link} to={`/admin/audit?personality=${id}`}>
            Who changed it
          </Menu.Item>
          <Menu.Divider />
          {deedsOf(row).map((deed) => (
            <Menu.Item
              key={deed}
              color={deed === 'delete' ? 'var(--bad)' : undefined}
              onClick={() => onDeed(deed)}
            >
              {DEED[deed].verb}
            </Menu.Item>
          ))}
        </RowMenu>
      </td>
    </tr>
  )
}
