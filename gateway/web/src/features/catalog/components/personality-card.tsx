import { IconServer2 } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { memo, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Face } from '@/components/face'
import { Stars } from '@/components/stars'
import type { Card } from '@/lib/api/schema'
import { compact, count } from '@/lib/format'
import { personalityQuery } from '../api/read-personality'
import styles from './personality-card.module.css'

/** Milliseconds on a card after which it is meant, and not on the way to another or scrolled by. */
const MEANT = 100

type Props = {
  card: Card
  /** The list's query, to be found again under the personality. */
  address: string
  /** On the first screen: its face is wanted at once. */
  isFirst?: boolean
}

/** Somebody in the list; all of it is one link. */
export const PersonalityCard = memo(function PersonalityCard({ card, address, isFirst = false }: Props) {
  const client = useQueryClient()
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  const leave = () => clearTimeout(clock.current)
  const prepare = () => {
    leave()
    clock.current = setTimeout(() => void client.prefetchQuery(personalityQuery(card.slug)), MEANT)
  }
  useEffect(() => leave, [])
  return (
    <article className={styles.card} onPointerEnter={prepare} onPointerLeave={leave} onFocus={prepare}>
      <Face id={card.id} name={card.name} avatar={card.avatar} size={96} eager={isFirst} />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link
            to={`/personalities/${card.slug}`}
            state={{ over: address }}
            preventScrollReset
            className={styles.link}
          >
            {card.name}
          </Link>
        </h2>
        <p className={styles.tagline}>{card.tagline}</p>
        <p className={styles.facts}>
          <span className={styles.category}>{card.category.name}</span>
          <Stars {...card.rating} />
          {card.deployCount > 0 && (
            <span className={styles.deployed}>
              <IconServer2 size={14} aria-hidden />
              <span aria-hidden>{compact(card.deployCount)}</span>
              <span className="spoken">on {count(card.deployCount, 'server')}</span>
            </span>
          )}
        </p>
      </div>
      <span className={styles.try} aria-hidden>
        Try
      </span>
    </article>
  )
})
