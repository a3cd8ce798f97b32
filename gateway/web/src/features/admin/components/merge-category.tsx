import { Button, Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { count } from '@/lib/format'
import type { Shelving } from '../api/categories'
import type { Shelf } from '../api/schema'
import styles from './dialog.module.css'

type Props = {
  shelf: Shelf
  all: Shelf[]
  total: number
  onDeed: (deed: Shelving) => void
  onClose: () => void
}

/** Cannot be undone: which one stood where is not kept. */
export function MergeCategory({ shelf, all, total, onDeed, onClose }: Props) {
  const others = all.filter(({ slug }) => slug !== shelf.slug)
  const [into, setInto] = useState(others[0]?.slug ?? '')
  return (
    <Modal opened onClose={onClose} title={`Merge ${shelf.name} into another`} centered>
      <NativeSelect
        label="Into"
        value={into}
        data={others.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChange={({ currentTarget }) => setInto(currentTarget.value)}
        data-autofocus
      />
      <p className={styles.problem}>
        {count(total, 'personality moves', 'personalities move')}, and {shelf.name} is gone. That cannot be
        undone; its address leads to the other one.
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red"
          onClick={() => {
            onDeed({ verb: 'merge', of: shelf.slug, into })
            onClose()
          }}
        >
          Merge
        </Button>
      </div>
    </Modal>
  )
}
