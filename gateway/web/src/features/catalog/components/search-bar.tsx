import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import styles from './search-bar.module.css'

/** Milliseconds without a key until the list follows. */
const PAUSE = 200

type Props = { value: string; onChange: (search: string) => void }

/** Searches while one types; `/` comes here from anywhere on the page. */
export function SearchBar({ value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(value)
  const [followed, setFollowed] = useState(value)
  if (followed !== value) {
    // the address has changed by itself: back, a chip removed, all cleared
    setFollowed(value)
    if (typed.trim() !== value) setTyped(value)
  }

  useEffect(() => {
    if (typed.trim() === value) return
    const clock = setTimeout(() => onChange(typed.trim()), PAUSE)
    return () => clearTimeout(clock)
  }, [typed, value, onChange])

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])

  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        ref={input}
        type="search"
        size="lg"
        radius="lg"
        maxLength={200}
        aria-label="Search personalities"
        placeholder="A patient tutor, a dragon, somebody for game night…"
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
