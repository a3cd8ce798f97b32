import { Button } from '@mantine/core'
import { IconExternalLink, IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { DiscordOAuthButton } from '@/components/discord-oauth-button'
import type { Deployment } from '../api/schema'
import { discordUrl, explain, STATUS, type WayOn } from '../words'
import { MissingPermissions } from './missing-permissions'
import styles from './standing.module.css'

type Props = { deployment: Deployment; slug: string | undefined; wasDenied: boolean }

/** How it stands in a sentence, why, and what to do now; said aloud when it changes. */
export function Standing({ deployment, slug, wasDenied }: Props) {
  const { status, missingPermissions = [] } = deployment
  const { title, next, ways } = explain(deployment)
  return (
    <section className={styles.standing} data-tone={STATUS[status].tone} aria-label="Status">
      <div role="status">
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.next}>{next}</p>
      </div>
      {status === 'awaiting_install' && wasDenied && (
        <p className={styles.denied}>
          <IconInfoCircle size={18} aria-hidden />
          You said no at Discord. That is fine: nothing has happened, and you can still add it.
        </p>
      )}
      {missingPermissions.length > 0 && <MissingPermissions missing={missingPermissions} />}
      {ways.length > 0 && (
        <div className={styles.actions}>
          {ways.map((way) => (
            <Way key={way} way={way} deployment={deployment} slug={slug} />
          ))}
        </div>
      )}
    </section>
  )
}

function Way({ way, deployment, slug }: { way: WayOn; deployment: Deployment; slug: string | undefined }) {
  const { installUrl, serverId, serverName } = deployment
  switch (way) {
    case 'add-bot':
      return installUrl ? (
        <DiscordOAuthButton href={installUrl}>Add to {serverName}</DiscordOAuthButton>
      ) : (
        <Button disabled>One moment…</Button>
      )
    case 'open-discord':
      return (
        <Button
          component="a"
          href={discordUrl(serverId)}
          target="_blank"
          rel="noopener noreferrer"
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          Open in Discord
        </Button>
      )
    case 'deploy-again':
      return slug ? (
        <Button component={Link} to={`/personalities/${slug}/deploy?server=${serverId}`}>
          Deploy again
        </Button>
      ) : null
    case 'find-another':
      return (
        <Button component={Link} to="/" variant="default">
          See all personalities
        </Button>
      )
  }
}
