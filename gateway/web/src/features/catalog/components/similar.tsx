import { Link, useLocation } from 'react-router'
import { Face } from '@/components/face'
import { Stars } from '@/components/stars'
import { useSimilar } from '../api/list-similar'
import styles from './similar.module.css'

/** Others like this one. Over the list one takes the other's place, so that back leads to the list. */
export function Similar({ slug }: { slug: string }) {
  const { state } = useLocation() as { state: unknown }
  const similar = useSimilar(slug)
  if (!similar.data?.length) return null // a page without it lacks nothing
  return (
    <section aria-labelledby="similar">
      <h3 id="similar" className={styles.heading}>
        You may also like
      </h3>
      <ul className={styles.similar}>
        {similar.data.map((card) => (
          <li key={card.id}>
            <Link
              to={`/personalities/${card.slug}`}
              state={state}
              replace={state !== null}
              className={styles.link}
            >
              <Face id={card.id} name={card.name} avatar={card.avatar} size={44} ring={false} />
              <span className={styles.words}>
                <b>{card.name}</b>
                <Stars {...card.rating} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
