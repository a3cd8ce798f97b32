import { Skeleton } from '@mantine/core'
import { ProblemNotice } from '@/components/problem-notice'
import { count } from '@/lib/format'
import { useChannels } from '../api/list-channels'
import { ChannelList, MOST_CHANNELS } from './channel-list'
import { ChoiceCard } from './choice-card'
import styles from './choices.module.css'

type Props = {
  name: string
  serverId: string
  /** None means all of them. */
  value: string[]
  /** Only some of them, though perhaps none is chosen yet. */
  isSome: boolean
  onChange: (channelIds: string[], isSome: boolean) => void
}

/** Where it answers. Channels can be seen only once the bot is there. */
export function ChannelChoice({ name, serverId, value, isSome, onChange }: Props) {
  const channels = useChannels(serverId)
  return (
    <fieldset className={styles.choices}>
      <legend>Where {name} answers</legend>
      {channels.isPending && <Skeleton height={64} radius="md" />}
      {channels.isError && <ProblemNotice error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.data === null && (
        <p className={styles.note}>
          In all channels for now. You can choose some of them once the bot is there and sees them.
        </p>
      )}
      {channels.data && (
        <>
          <ChoiceCard
            name="channels"
            label="In all channels"
            description="Wherever the bot may speak."
            isChosen={!isSome}
            onChoose={() => onChange([], false)}
          />
          <ChoiceCard
            name="channels"
            label="In some channels"
            description={
              isSome ? `${count(value.length, 'channel')} of ${MOST_CHANNELS} at most` : 'You choose which.'
            }
            isChosen={isSome}
            onChoose={() => onChange(value, true)}
          />
          {isSome && (
            <ChannelList
              channels={channels.data}
              chosen={value}
              onChange={(chosen) => onChange(chosen, true)}
            />
          )}
        </>
      )}
    </fieldset>
  )
}
