import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Shelving } from '../api/categories'
import styles from './categories-page.module.css'

type Props = { isBusy: boolean; onDeed: (deed: Shelving) => Promise<unknown> }

export function AddCategory({ isBusy, onDeed }: Props) {
  const [name, setName] = useState('')
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        void onDeed({ verb: 'add', name: name.trim() }).then(
          () => setName(''),
          () => undefined, // told above the list; the name stays to be mended
        )
      }}
    >
      <TextInput
        aria-label="Name of a new category"
        placeholder="Another category"
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        disabled={!name.trim() || isBusy}
        leftSection={<IconPlus size={16} aria-hidden />}
      >
        Add
      </Button>
    </form>
  )
}
