import { useState } from 'react'
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

/** Somebody's face; their colour stands in for it until it is there. Decorative, since the name is always beside it. */
export function Face({ id, avatar, size, eager = false, ring = true }: Props) {
  const [failed, setFailed] = useState(false)
  const fallback = `/api/marketplace/avatars/fallback/${id}.svg`
  const picture = failed ? { src: fallback } : { src: avatar.url, srcSet: avatar.srcset || undefined }
  return (
    <span
      className={styles.face}
      data-ring={ring || undefined}
      style={{ ...hueStyle(id), width: size, height: size }}
    >
      <img
        {...picture}
        sizes={`${size}px`}
        width={size}
        height={size}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        fetchPriority={eager ? 'high' : undefined}
        onError={() => setFailed(true)}
      />
    </span>
  )
}
