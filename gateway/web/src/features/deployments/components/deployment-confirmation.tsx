import { Button } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem-notice'
import type { Deployment, DiscordServer, Order, UpdatePolicy } from '../api/schema'
import { ChannelChoice } from './channel-choice'
import styles from './deployment-confirmation.module.css'
import { PolicyChoice } from './policy-choice'
import { SetUp } from './set-up'

type Props = {
  name: string
  server: DiscordServer
  deploy: UseMutationResult<Deployment, Error, Order>
  onDeployed: (deployment: Deployment) => void
}

/** The last look: where it answers, whether it follows, and what happens then. */
export function DeploymentConfirmation({ name, server, deploy, onDeployed }: Props) {
  const [channelIds, setChannelIds] = useState<string[]>([])
  const [isSome, setIsSome] = useState(false)
  const [updatePolicy, setPolicy] = useState<UpdatePolicy>('auto')
  const isUndecided = isSome && channelIds.length === 0
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isUndecided) return
        deploy.mutate(
          { serverId: server.id, updatePolicy, ...(isSome ? { channelIds } : {}) },
          { onSuccess: onDeployed },
        )
      }}
    >
      <ChannelChoice
        name={name}
        serverId={server.id}
        value={channelIds}
        isSome={isSome}
        onChange={(chosen, some) => {
          setChannelIds(chosen)
          setIsSome(some)
        }}
      />
      <PolicyChoice name={name} value={updatePolicy} onChange={setPolicy} />
      <SetUp name={name} server={server} />
      {deploy.isError && <ProblemNotice error={deploy.error} />}
      <div className={styles.actions}>
        <Button
          type="submit"
          loading={deploy.isPending}
          disabled={isUndecided}
          leftSection={<IconRocket size={18} aria-hidden />}
        >
          Deploy to {server.name}
        </Button>
        {isUndecided && <span className={styles.hint}>Choose a channel first.</span>}
      </div>
    </form>
  )
}
