import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { count, dateTime, since } from '@/lib/format'
import { adminQuery } from '../api/read-personality'
import type { AuditEntry as Entry } from '../api/schema'
import { ACTION } from '../words'
import styles from './audit-page.module.css'
import { Differences } from './differences'

/** One change in a sentence, and what it changed on request. */
export function AuditEntry({ entry }: { entry: Entry }) {
  const { at, actor, action, personalityId, category, changes } = entry
  return (
    <li className={styles.entry}>
      <p className={styles.sentence}>
        <span>
          <b>{actor.name}</b> {ACTION[action] ?? action} {personalityId && <Personality id={personalityId} />}
          {category && <b>{category}</b>}
        </span>
        <time dateTime={at} title={dateTime(at)} className={styles.time}>
          {since(at)}
        </time>
      </p>
      {changes.length > 0 && (
        <details className={styles.changes}>
          <summary>{count(changes.length, 'change')}</summary>
          <Differences changes={changes} />
        </details>
      )}
    </li>
  )
}

/** The trail has ids; a name says more. */
function Personality({ id }: { id: string }) {
  const { data } = useQuery({ ...adminQuery(id), retry: false, staleTime: 5 * 60_000 })
  return <Link to={`/admin/personalities/${id}`}>{data?.name ?? 'a personality'}</Link>
}
