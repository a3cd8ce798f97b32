import { list } from '@/lib/format'
import type { Channel } from '../api/schema'
import { PERMISSION } from '../words'
import styles from './choices.module.css'

/** As many as a deployment may name. */
export const MOST_CHANNELS = 10

type Props = { channels: Channel[]; chosen: string[]; onChange: (chosen: string[]) => void }

/** In Discord's order, under their categories, with what the bot lacks in each. */
export function ChannelList({ channels, chosen, onChange }: Props) {
  if (channels.length === 0)
    return <p className={styles.note}>There is no text channel that the bot can see.</p>
  const isFull = chosen.length >= MOST_CHANNELS
  return (
    <div className={styles.channels} role="group" aria-label="Channels">
      {channels.map(({ id, name, category, missing }, index) => (
        <div key={id}>
          {category && category !== channels[index - 1]?.category && (
            <p className={styles.category}>{category}</p>
          )}
          <label className={styles.channel}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={isFull && !chosen.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>
              # {name}
              {missing && missing.length > 0 && (
                <span className={styles.missing}>
                  The bot lacks{' '}
                  {list(missing.map((permission) => PERMISSION[permission]?.name ?? permission))} here
                </span>
              )}
            </span>
          </label>
        </div>
      ))}
    </div>
  )
}
