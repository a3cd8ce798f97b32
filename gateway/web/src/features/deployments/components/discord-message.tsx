import { Face } from '@/components/face'
import { Command } from './command'
import styles from './discord-message.module.css'

type Props = { id: string; name: string; avatar: { url: string; srcset?: string }; server: string }

/** How it looks on Discord once it is there, and the one command to type. */
export function DiscordMessage({ id, name, avatar, server }: Props) {
  return (
    <figure className={styles.frame} aria-label={`${name} on Discord`}>
      <div className={styles.message}>
        <Face id={id} name={name} avatar={avatar} size={44} ring={false} eager />
        <div className={styles.words}>
          <p className={styles.speaker}>
            <b>{name}</b>
            <span className={styles.app}>APP</span>
            <span className={styles.time}>Just now</span>
          </p>
          <p className={styles.text}>
            Hello, {server}! Type <Command /> and tell me something.
          </p>
        </div>
      </div>
      <div className={styles.box} aria-hidden>
        <span className={styles.slash}>/chat</span> <span className={styles.option}>message</span>
      </div>
    </figure>
  )
}
