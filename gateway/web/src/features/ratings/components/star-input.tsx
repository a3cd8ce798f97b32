import { IconStarFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { count } from '@/lib/format'
import styles from './own-rating.module.css'

type Props = { label: string; value: number; onChange: (stars: number) => void }

/** Five radio buttons that look like stars: arrow keys, one stop for Tab. */
export function StarInput({ label, value, onChange }: Props) {
  const [hovered, setHovered] = useState(0)
  return (
    <fieldset className={styles.stars} onPointerLeave={() => setHovered(0)}>
      <legend>{label}</legend>
      <div>
        {[1, 2, 3, 4, 5].map((stars) => (
          <label
            key={stars}
            className={styles.star}
            data-lit={stars <= (hovered || value) || undefined}
            onPointerEnter={() => setHovered(stars)}
          >
            <input
              type="radio"
              name="stars"
              aria-label={count(stars, 'star')}
              checked={value === stars}
              onChange={() => onChange(stars)}
            />
            <IconStarFilled size={26} aria-hidden />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
