import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Milliseconds without a key until what is searched for follows. */
const PAUSE = 200

/**
 * A box that searches while one types: `typed` is what stands in it, `search` what is searched for, and
 * `onSearch` is told when one pauses. `/` comes to the box from anywhere on the page but other fields and dialogs.
 */
export function useSearchBox(search: string, onSearch: (search: string) => void) {
  const ref = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(search)
  const [followed, setFollowed] = useState(search)
  if (followed !== search) {
    // it has changed by itself: back, a chip removed, all cleared
    setFollowed(search)
    if (typed.trim() !== search) setTyped(search)
  }

  const follow = useEffectEvent(onSearch)
  useEffect(() => {
    if (typed.trim() === search) return
    const clock = setTimeout(() => follow(typed.trim()), PAUSE)
    return () => clearTimeout(clock)
  }, [typed, search])

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isElsewhere) return
      event.preventDefault()
      ref.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])

  return { ref, typed, setTyped }
}
