import type { ReactNode } from 'react'
import styles from './bubble.module.css'
import { Markdown } from './markdown'

type Props = {
  /** Who speaks, for a screen reader. */
  speaker: string
  isMine: boolean
  text: string
  /** More is to come. */
  isOpen?: boolean
  children?: ReactNode
}

/** Something that was said, in the speaker's colour; an ancestor has the hue. */
export function Bubble({ speaker, isMine, text, isOpen = false, children }: Props) {
  return (
    <div className={styles.bubble} data-mine={isMine || undefined} data-open={isOpen || undefined}>
      <span className="spoken">{speaker}: </span>
      {text !== '' && <Markdown text={text} />}
      {isOpen && <span className={styles.caret} aria-hidden />}
      {children}
    </div>
  )
}
