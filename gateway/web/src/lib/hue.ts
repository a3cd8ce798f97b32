import type { CSSProperties } from 'react'

/** A colour of its own for every personality, the same everywhere: degrees on the colour wheel, from its id. */
export function hueOf(id: string): number {
  let hash = 0
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  // the golden angle sets ids apart whose hashes are near
  return Math.round((hash % 1024) * 137.508) % 360
}

/** Gives an element, and all in it, the colours `--hue-…` of config/theme.css. */
export function hueStyle(id: string): CSSProperties {
  return { '--hue': hueOf(id) } as CSSProperties
}
