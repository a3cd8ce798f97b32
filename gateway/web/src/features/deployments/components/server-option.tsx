import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { DiscordServer } from '../api/schema'
import { memberCount, ServerIcon } from './server-icon'
import styles from './server-selector.module.css'

type Props = { server: DiscordServer; onChoose?: () => void }

export function ServerOption({ server, onChoose }: Props) {
  const facts = [
    memberCount(server),
    server.owner && 'yours',
    server.botPresent && 'the bot is there already',
  ].filter(Boolean)
  const words = (
    <>
      <ServerIcon server={server} />
      <span className={styles.words}>
        <span className={styles.name}>{server.name}</span>{' '}
        <span className={styles.facts}>
          {server.manageable
            ? facts.join(' · ')
            : 'You need “Manage Server” there. Ask its owner for it, or to deploy themselves.'}
        </span>
      </span>
    </>
  )
  return (
    <li>
      {onChoose ? (
        <UnstyledButton className={styles.option} onClick={onChoose}>
          {words}
          <IconChevronRight size={18} aria-hidden className={styles.chevron} />
        </UnstyledButton>
      ) : (
        <div className={styles.option} data-closed>
          {words}
        </div>
      )}
    </li>
  )
}
