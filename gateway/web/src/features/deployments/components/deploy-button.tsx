import { Button } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Card } from '@/lib/api/schema'
import styles from './deploy-button.module.css'

type Props = { personality: Pick<Card, 'slug'> }

/** The one filled button on a personality's page. */
export function DeployButton({ personality: { slug } }: Props) {
  return (
    <Button
      component={Link}
      to={`/personalities/${slug}/deploy`}
      leftSection={<IconRocket size={18} aria-hidden />}
    >
      Deploy<span className={styles.whereTo}> to Discord</span>
    </Button>
  )
}
