import { useState } from 'react'
import { compact } from '@/lib/format'
import type { DiscordServer } from '../api/schema'
import styles from './server-icon.module.css'

/** About how many people are there; nothing where Discord does not tell. */
export const memberCount = ({ memberCount: members }: DiscordServer) =>
  members === undefined ? undefined : `${compact(members)} ${members === 1 ? 'member' : 'members'}`

/** A server's icon or, as Discord itself does it, the first letters of its words. */
export function ServerIcon({ server }: { server: Pick<DiscordServer, 'name' | 'iconUrl'> }) {
  const [failed, setFailed] = useState(false)
  const letters = server.name
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
  return (
    <span className={styles.icon} aria-hidden>
      {server.iconUrl && !failed ? (
        <img
          src={server.iconUrl}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          onError={() => setFailed(true)}
        />
      ) : (
        letters.slice(0, 3)
      )}
    </span>
  )
}
