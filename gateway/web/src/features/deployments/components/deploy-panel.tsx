import { useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { DiscordOAuthButton } from '@/components/discord-oauth-button'
import { Face } from '@/components/face'
import { Page } from '@/components/page'
import { signInUrl, useAccount } from '@/lib/account'
import { IN_PLACE } from '@/lib/address'
import type { Card } from '@/lib/api/schema'
import { hueStyle } from '@/lib/hue'
import { useDeploy } from '../api/deploy'
import { useServers } from '../api/list-servers'
import { DeploymentConfirmation } from './deployment-confirmation'
import styles from './deploy-panel.module.css'
import { memberCount } from './server-icon'
import { ServerSelector } from './server-selector'
import { Step } from './step'

type Props = { personality: Pick<Card, 'id' | 'slug' | 'name' | 'avatar'> }

/** From a personality to a server in three steps. The chosen server is in the address: it outlives a sign-in. */
export function DeployPanel({ personality }: Props) {
  const { id, name, avatar } = personality
  const { account, isPending } = useAccount()
  const [params, setParams] = useSearchParams()
  const servers = useServers(!!account)
  const deploy = useDeploy(id)
  const navigate = useNavigate()
  const server = servers.data?.find((one) => one.id === params.get('server') && one.manageable)
  const open = !account ? 1 : !server ? 2 : 3
  const hasMoved = useRef(false)
  useEffect(() => {
    // the step that opens takes the focus, but not while the page is still coming together
    if (hasMoved.current) document.getElementById(`step-${open}`)?.focus()
  }, [open])

  const choose = (serverId: string | undefined) => {
    hasMoved.current = true
    deploy.reset()
    setParams(serverId ? { server: serverId } : {}, IN_PLACE)
  }
  return (
    <Page
      title={`Deploy ${name}`}
      intro="Bring it to a Discord server of yours, where everybody can talk to it."
      actions={<Face id={id} name={name} avatar={avatar} size={72} eager />}
    >
      <ol className={styles.steps} style={hueStyle(id)}>
        <Step
          number={1}
          title="Sign in"
          state={open === 1 ? 'open' : 'done'}
          summary={account && `You are ${account.name}`}
        >
          <p className={styles.words}>
            Discord tells us your name and which servers you are on, so that you can choose one. We cannot
            read or write anything there.
          </p>
          <DiscordOAuthButton href={signInUrl()} loading={isPending} />
        </Step>
        <Step
          number={2}
          title="Choose a server"
          state={open === 2 ? 'open' : open > 2 ? 'done' : 'ahead'}
          summary={server && [server.name, memberCount(server)].filter(Boolean).join(', ')}
          onChange={() => choose(undefined)}
        >
          <ServerSelector servers={servers} onChoose={choose} />
        </Step>
        <Step number={3} title="Confirm" state={open === 3 ? 'open' : 'ahead'}>
          {server && (
            <DeploymentConfirmation
              key={server.id}
              name={name}
              server={server}
              deploy={deploy}
              onDeployed={(deployment) => void navigate(`/deployments/${deployment.id}`)}
            />
          )}
        </Step>
      </ol>
    </Page>
  )
}
