import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'

// as in personality-grid.module.css; what it says in rem grows with the reader's letters
const NARROWEST_CARD = 240
const GAP = 16
const GAP_ON_PHONES = 12
const CARD = 16.125
const CARD_ON_PHONES = 8.625
const PHONE = 480

/** Which rows of a grid of so many cards are near the screen. A row with the focus stays, wherever one scrolls. */
export function useRows(cards: number) {
  const container = useRef<HTMLDivElement>(null)
  const focused = useRef<number | undefined>(undefined)
  const [{ width, top }, setPlace] = useState({ width: document.documentElement.clientWidth - 32, top: 0 })

  const isEmpty = cards === 0
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return
    const measure = () => {
      const box = element.getBoundingClientRect()
      setPlace({ width: box.width, top: Math.round(box.top + scrollY) })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [isEmpty])

  const columns =
    innerWidth < PHONE && width < 2 * NARROWEST_CARD
      ? 1
      : Math.max(1, Math.floor((width + GAP) / (NARROWEST_CARD + GAP)))
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(cards / columns),
    estimateSize: () => rowHeight(),
    useFlushSync: false, // a frame later is soon enough, and does not make scrolling wait
    overscan: 3,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      const kept = focused.current
      return kept === undefined || kept >= range.count || rows.includes(kept)
        ? rows
        : [...rows, kept].sort((a, b) => a - b)
    },
  })

  const keepFocused = ({ target }: FocusEvent) => {
    const row = target.closest<HTMLElement>('[data-index]')
    focused.current = row ? Number(row.dataset.index) : undefined
  }
  return { container, columns, virtualizer, keepFocused }
}

function rowHeight(): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  return innerWidth <= PHONE ? CARD_ON_PHONES * rem + GAP_ON_PHONES : CARD * rem + GAP
}
