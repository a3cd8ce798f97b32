import { CloseButton, TextInput, useMatches } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useSearchBox } from '@/lib/search-box'
import styles from './search-bar.module.css'

const EXAMPLES = {
  base: 'A tutor, a dragon…',
  sm: 'A patient tutor, a dragon, somebody for game night…',
}

type Props = { value: string; onChange: (search: string) => void }

/** Searches while one types; `/` comes here from anywhere on the page. */
export function SearchBar({ value, onChange }: Props) {
  const { ref, typed, setTyped } = useSearchBox(value, onChange)
  const placeholder = useMatches(EXAMPLES, { getInitialValueInEffect: false })
  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        ref={ref}
        type="search"
        size="lg"
        radius="lg"
        maxLength={200}
        aria-label="Search personalities"
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={
          typed ? (
            <CloseButton aria-label="Clear search" onClick={() => setTyped('')} />
          ) : (
            <kbd className={styles.key} aria-hidden>
              /
            </kbd>
          )
        }
        classNames={{ input: styles.input }}
      />
    </form>
  )
}
