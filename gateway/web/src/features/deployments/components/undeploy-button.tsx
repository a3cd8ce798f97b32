import { Button, type ButtonProps, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { asProblem } from '@/lib/api/problem'
import { inOneLine } from '@/lib/api/sentences'
import type { Deployment } from '../api/schema'
import { useUndeploy } from '../api/undeploy'
import styles from './undeploy-button.module.css'

/** Asks by name first: on the server, others may be in the middle of a conversation. */
export function UndeployButton({ deployment, ...button }: ButtonProps & { deployment: Deployment }) {
  const { personalityName: name, serverName: server } = deployment
  const [isAsking, { open, close }] = useDisclosure()
  const undeploy = useUndeploy(deployment)
  return (
    <>
      <Button variant="default" {...button} onClick={open} aria-label={`Undeploy ${name} from ${server}`}>
        Undeploy
      </Button>
      <Modal opened={isAsking} onClose={close} title={`Undeploy ${name} from ${server}?`} centered>
        <p className={styles.words}>
          Nobody on {server} can talk to {name} any more, and its conversations there end. Ratings and reviews
          stay. You can deploy it again at any time.
        </p>
        {undeploy.isError && (
          <p role="alert" className={styles.problem}>
            {inOneLine(asProblem(undeploy.error))}
          </p>
        )}
        <div className={styles.actions}>
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red"
            loading={undeploy.isPending}
            onClick={() => undeploy.mutate(undefined, { onSuccess: close })}
          >
            Undeploy
          </Button>
        </div>
      </Modal>
    </>
  )
}
