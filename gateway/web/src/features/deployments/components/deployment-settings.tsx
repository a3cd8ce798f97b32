import { Button } from '@mantine/core'
import { useState } from 'react'
import { tell } from '@/lib/toasts'
import type { Deployment } from '../api/schema'
import { useChangeDeployment, usePolicy } from '../api/change-deployment'
import { ChannelChoice } from './channel-choice'
import styles from './deployment-page.module.css'
import { PolicyChoice } from './policy-choice'

/** What can be changed while it is there. A policy takes effect at once, channels when they are kept. */
export function DeploymentSettings({ deployment }: { deployment: Deployment }) {
  const { id, personalityName: name, serverId, channelIds } = deployment
  const [chosen, setChosen] = useState(channelIds)
  const [isSome, setIsSome] = useState(channelIds.length > 0)
  const [policy, choose] = usePolicy(deployment)
  const change = useChangeDeployment(id)
  const wanted = isSome ? chosen : []
  const isChanged = [...wanted].sort().join() !== [...channelIds].sort().join()
  return (
    <section className={styles.settings} aria-label="Settings">
      <PolicyChoice name={name} value={policy} onChange={choose} />
      <div>
        <ChannelChoice
          name={name}
          serverId={serverId}
          value={chosen}
          isSome={isSome}
          onChange={(channels, some) => {
            setChosen(channels)
            setIsSome(some)
          }}
        />
        {isChanged && !(isSome && chosen.length === 0) && (
          <Button
            mt="sm"
            variant="light"
            loading={change.isPending}
            onClick={() =>
              change.mutate({ channelIds: wanted }, { onSuccess: () => tell('The channels are changed.') })
            }
          >
            Keep these channels
          </Button>
        )}
      </div>
    </section>
  )
}
