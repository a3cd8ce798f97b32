import { IconServer2 } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Face } from '@/components/face'
import { Stars } from '@/components/stars'
import type { Personality } from '@/lib/api/schema'
import { count, date } from '@/lib/format'
import styles from './identity.module.css'

type Props = { personality: Personality }

/** Who this is. */
export function Identity({ personality }: Props) {
  const { id, name, tagline, avatar, category, rating, deployCount, version, updatedAt } = personality
  return (
    <div className={styles.identity}>
      <Face id={id} name={name} avatar={avatar} size={160} eager />
      <div className={styles.words}>
        <h1 className={styles.name}>{name}</h1>
        <p className={styles.tagline}>{tagline}</p>
        <p className={styles.facts}>
          <Stars {...rating} />
          <Link to={`/?category=${category.slug}`}>{category.name}</Link>
          {deployCount > 0 && (
            <span>
              <IconServer2 size={14} aria-hidden /> On {count(deployCount, 'server')}
            </span>
          )}
          <span>
            Version {version}, {date(updatedAt)}
          </span>
        </p>
      </div>
    </div>
  )
}
