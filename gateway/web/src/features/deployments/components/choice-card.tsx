import type { ReactNode } from 'react'
import styles from './choice-card.module.css'

type Props = {
  name: string
  label: string
  description: ReactNode
  isChosen: boolean
  onChoose: () => void
}

/** A radio button that says what it means. */
export function ChoiceCard({ name, label, description, isChosen, onChoose }: Props) {
  return (
    <label className={styles.card} data-chosen={isChosen || undefined}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} aria-label={label} />
      <span>
        <span className={styles.label}>{label}</span>
        <span className={styles.description}>{description}</span>
      </span>
    </label>
  )
}
