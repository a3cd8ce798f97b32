import type { Page } from '@playwright/test'

/**
 * Words of which a part cannot be seen: beyond the edge of the screen, or of a box that neither scrolls nor says by
 * an ellipsis that there is more; and what an empty field suggests, if it is longer than the field.
 */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const TOLERANCE = 2
    type Edges = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>
    const reachesOut = (inner: Edges, outer: Edges) =>
      inner.right > outer.right + TOLERANCE || inner.left < outer.left - TOLERANCE
    const reachesBelow = (inner: Edges, outer: Edges) => inner.bottom > outer.bottom + TOLERANCE

    const isOpenTo = (element: Element, words: DOMRect): 'whole' | 'cut' | 'scrolls' | 'unseen' => {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if (style.visibility === 'hidden' || box.width <= 1 || style.clipPath !== 'none') return 'unseen'
      if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY))
        return 'scrolls'
      if (!['hidden', 'clip'].includes(style.overflowX)) return 'whole'
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return 'scrolls'
      return reachesOut(words, box) || reachesBelow(words, box) ? 'cut' : 'whole'
    }

    const isCut = (text: Text) => {
      const range = document.createRange()
      range.selectNodeContents(text)
      const words = range.getBoundingClientRect()
      if (words.width === 0) return false
      for (
        let element = text.parentElement;
        element && element !== document.body;
        element = element.parentElement
      ) {
        const state = isOpenTo(element, words)
        if (state !== 'whole') return state === 'cut'
      }
      return reachesOut(words, new DOMRect(0, 0, document.documentElement.clientWidth, 0))
    }

    const pen = document.createElement('canvas').getContext('2d')
    const isTooLong = (field: HTMLInputElement) => {
      if (!pen || field.value || !field.checkVisibility()) return false
      const { font, paddingLeft, paddingRight } = getComputedStyle(field)
      pen.font = font
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      return pen.measureText(field.placeholder).width > room + TOLERANCE
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      if (text.data.trim() && isCut(text)) found.push(text.data.trim().slice(0, 60))
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]'))
      if (isTooLong(field)) found.push(field.placeholder)
    return found
  })
