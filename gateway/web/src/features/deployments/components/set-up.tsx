import type { DiscordServer } from '../api/schema'
import { Command } from './command'
import styles from './deployment-confirmation.module.css'

/** What will happen, and what is left to do. */
export function SetUp({ name, server }: { name: string; server: DiscordServer }) {
  return (
    <section className={styles.setup} aria-label="What happens then">
      <h3>What happens then</h3>
      <ol>
        {server.botPresent ? (
          <li>
            The bot is on <strong>{server.name}</strong> already: there is nothing to set up.
          </li>
        ) : (
          <li>
            Discord asks you to add our bot to <strong>{server.name}</strong>. It wants to see channels,
            write, and bear a name; leave the ticks as they are.
          </li>
        )}
        <li>
          <strong>{name}</strong> moves in. That takes a few seconds, and you see it here.
        </li>
        <li>
          Everybody there talks to it with <Command />.
        </li>
      </ol>
    </section>
  )
}
