import { Face } from '@/components/face'
import { Page } from '@/components/page'
import { dateTime } from '@/lib/format'
import { hueStyle } from '@/lib/hue'
import type { Deployment } from '../api/schema'
import { useFace } from '../api/read-face'
import { isOver } from '../words'
import styles from './deployment-page.module.css'
import { DeploymentSettings } from './deployment-settings'
import { DiscordMessage } from './discord-message'
import { Standing } from './standing'
import { UndeployButton } from './undeploy-button'

type Props = { deployment: Deployment; wasDenied: boolean }

export function DeploymentDetail({ deployment, wasDenied }: Props) {
  const { id, personalityId, personalityName: name, personalityVersion, serverName, status } = deployment
  const { avatar, slug } = useFace(personalityId)
  return (
    <Page
      title={`${name} on ${serverName}`}
      intro={
        <>
          Version {personalityVersion}, deployed <time>{dateTime(deployment.requestedAt)}</time>
        </>
      }
      actions={<Face id={personalityId} name={name} avatar={avatar} size={72} eager />}
    >
      <div className={styles.detail} style={hueStyle(personalityId)}>
        <Standing deployment={deployment} slug={slug} wasDenied={wasDenied} />
        {status === 'active' && (
          <DiscordMessage id={personalityId} name={name} avatar={avatar} server={serverName} />
        )}
        {!isOver(deployment) && (
          <>
            <DeploymentSettings key={id} deployment={deployment} />
            <div className={styles.end}>
              <UndeployButton deployment={deployment} />
            </div>
          </>
        )}
      </div>
    </Page>
  )
}
