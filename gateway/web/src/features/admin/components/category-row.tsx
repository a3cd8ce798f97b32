import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { count } from '@/lib/format'
import type { Shelving } from '../api/categories'
import type { Shelf } from '../api/schema'
import styles from './categories-page.module.css'
import { MergeCategory } from './merge-category'
import { RenameCategory } from './rename-category'
import { RowMenu } from './row-menu'

type Props = {
  shelf: Shelf
  all: Shelf[]
  at: number
  isBusy: boolean
  onDeed: (deed: Shelving) => void
}

export function CategoryRow({ shelf, all, at, isBusy, onDeed }: Props) {
  const { slug, name, aliases, counts } = shelf
  const [isRenaming, rename] = useDisclosure()
  const [isMerging, merge] = useDisclosure()
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const move = (step: number) => {
    const slugs = all.map((one) => one.slug).filter((one) => one !== slug)
    slugs.splice(at + step, 0, slug)
    onDeed({ verb: 'order', slugs })
  }
  return (
    <li className={styles.row}>
      <span className={styles.order}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move ${name} up`}
          disabled={at === 0 || isBusy}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move ${name} down`}
          disabled={at === all.length - 1 || isBusy}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>
          {slug}
          {aliases.length > 0 && `, once ${aliases.join(', ')}`}
        </span>
      </span>
      <span className={styles.facts}>
        {count(counts.published ?? 0, 'published', 'published')}
        {(counts.draft ?? 0) > 0 && `, ${count(counts.draft ?? 0, 'draft')}`}
      </span>
      <RowMenu name={name}>
        <Menu.Item data-autofocus onClick={rename.open}>
          Rename
        </Menu.Item>
        <Menu.Item onClick={merge.open} disabled={all.length < 2}>
          Merge into another
        </Menu.Item>
        <Menu.Item
          color="var(--bad)"
          disabled={total > 0}
          onClick={() => onDeed({ verb: 'remove', of: slug })}
        >
          {total > 0 ? 'Remove (only when it is empty)' : 'Remove'}
        </Menu.Item>
      </RowMenu>
      {isRenaming && <RenameCategory shelf={shelf} onDeed={onDeed} onClose={rename.close} />}
      {isMerging && (
        <MergeCategory shelf={shelf} all={all} total={total} onDeed={onDeed} onClose={merge.close} />
      )}
    </li>
  )
}
