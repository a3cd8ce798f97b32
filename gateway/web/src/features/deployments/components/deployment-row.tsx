import { Switch } from '@mantine/core'
import '@mantine/core/styles/Switch.layer.css'
import { Link } from 'react-router'
import { Face } from '@/components/face'
import { count } from '@/lib/format'
import type { Deployment } from '../api/schema'
import { usePolicy } from '../api/change-deployment'
import { useFace } from '../api/read-face'
import { explain, isOver } from '../words'
import styles from './deployments-page.module.css'
import { StatusBadge } from './status-badge'
import { UndeployButton } from './undeploy-button'

/** Somebody somewhere, with what is changed most often at hand. */
export function DeploymentRow({ deployment }: { deployment: Deployment }) {
  const { id, personalityId, personalityName: name, personalityVersion, serverName, status } = deployment
  const { avatar } = useFace(personalityId)
  const [policy, choose] = usePolicy(deployment)
  const where =
    deployment.channelIds.length === 0 ? 'All channels' : count(deployment.channelIds.length, 'channel')
  return (
    <li className={styles.row}>
      <Face id={personalityId} name={name} avatar={avatar} size={56} />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link to={`/deployments/${id}`}>
            {name} <span className={styles.server}>on {serverName}</span>
          </Link>
        </h2>
        <p className={styles.facts}>
          <StatusBadge status={status} />
          <span>Version {personalityVersion}</span>
          {!isOver(deployment) && <span>{where}</span>}
        </p>
        {status !== 'active' && status !== 'undeployed' && (
          <p className={styles.why}>{explain(deployment).title}</p>
        )}
      </div>
      {!isOver(deployment) && (
        <div className={styles.tools}>
          <Switch
            label="Follow new versions"
            aria-label={`Follow new versions of ${name} on ${serverName}`}
            labelPosition="left"
            checked={policy === 'auto'}
            onChange={({ currentTarget }) => choose(currentTarget.checked ? 'auto' : 'pinned')}
          />
          <UndeployButton deployment={deployment} size="xs" />
        </div>
      )}
    </li>
  )
}
