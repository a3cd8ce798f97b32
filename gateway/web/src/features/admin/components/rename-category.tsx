import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Shelving } from '../api/categories'
import type { Shelf } from '../api/schema'
import styles from './dialog.module.css'

type Props = { shelf: Shelf; onDeed: (deed: Shelving) => void; onClose: () => void }

/** Under another address the old one still leads to it. */
export function RenameCategory({ shelf, onDeed, onClose }: Props) {
  const [name, setName] = useState(shelf.name)
  const [slug, setSlug] = useState(shelf.slug)
  return (
    <Modal opened onClose={onClose} title={`Rename ${shelf.name}`} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDeed({ verb: 'rename', of: shelf.slug, name: name.trim(), slug: slug.trim() })
          onClose()
        }}
      >
        <TextInput
          label="Name"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <TextInput
          mt="sm"
          label="Address"
          description="The old one still leads here."
          value={slug}
          onChange={({ currentTarget }) => setSlug(currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!name.trim() || !slug.trim()}>
            Rename
          </Button>
        </div>
      </form>
    </Modal>
  )
}
