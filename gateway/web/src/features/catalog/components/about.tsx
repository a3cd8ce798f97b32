import { Link } from 'react-router'
import { Markdown } from '@/components/markdown'
import type { Personality } from '@/lib/api/schema'
import styles from './about.module.css'
import { Similar } from './similar'
import { TraitsRadar } from './traits-radar'

/** Everything about a personality that is not its own section. */
export function About({ personality }: { personality: Personality }) {
  const { slug, description, traits, tags, systemPrompt, attribution } = personality
  return (
    <div className={styles.about}>
      <Markdown text={description} />
      {traits.length > 0 && (
        <section aria-labelledby="traits">
          <h2 id="traits" className={styles.heading}>
            Character
          </h2>
          <TraitsRadar traits={traits} />
        </section>
      )}
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag}>
              <Link to={`/?tag=${encodeURIComponent(tag)}`}>#{tag}</Link>
            </li>
          ))}
        </ul>
      )}
      {systemPrompt && (
        <details className={styles.prompt}>
          <summary>System prompt</summary>
          <pre>{systemPrompt}</pre>
        </details>
      )}
      {attribution?.creator && <p className={styles.credit}>Made by {attribution.creator}</p>}
      <Similar slug={slug} />
    </div>
  )
}
