import { useState } from 'react'
import { drawnFace } from '@/lib/face'
import { hueStyle } from '@/lib/hue'
import styles from './face.module.css'

type Props = {
  id: string
  name: string
  avatar: { url: string; srcset?: string }
  /** Pixels. */
  size: number
  /** Wanted at once, not when it scrolls into view. */
  eager?: boolean
  ring?: boolean
}

/** Pixels from which a face is worth a first, small picture of itself; a list has shown that one already. */
const LARGE = 128

/**
 * Somebody's face. Until it is there, a large one is its own smallest picture, blurred, and any other their colour.
 * Decorative, since the name is always beside it.
 */
export function Face({ id, avatar, size, eager = false, ring = true }: Props) {
  const [failed, setFailed] = useState(false)
  const [isThere, setThere] = useState(false)
  const smallest = avatar.srcset?.split(' ')[0]
  const picture = failed ? { src: drawnFace(id) } : { src: avatar.url, srcSet: avatar.srcset || undefined }
  return (
    <span
      className={styles.face}
      data-ring={ring || undefined}
      style={{ ...hueStyle(id), width: size, height: size }}
    >
      {size >= LARGE && smallest && !isThere && (
        <span className={styles.blurred} style={{ backgroundImage: `url("${smallest}")` }} />
      )}
      <img
        {...picture}
        sizes={`${size}px`}
        width={size}
        height={size}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        fetchPriority={eager ? 'high' : undefined}
        onLoad={() => setThere(true)}
        onError={() => setFailed(true)}
      />
    </span>
  )
}
