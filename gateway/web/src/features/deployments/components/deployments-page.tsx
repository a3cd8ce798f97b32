import { Button, Skeleton } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { SignInNotice } from '@/components/sign-in-notice'
import { useAccount } from '@/lib/account'
import { useLive } from '@/lib/live'
import { useDeployments } from '../api/list-deployments'
import { DeploymentRow } from './deployment-row'
import styles from './deployments-page.module.css'

/** What I have deployed, and how it stands. */
export function Component() {
  const { account, isPending } = useAccount()
  return (
    <Page title="My deployments" intro="Who of them lives where, and how they are doing.">
      {isPending ? (
        <Skeletons />
      ) : account ? (
        <Deployments />
      ) : (
        <SignInNotice title="Sign in to see what you have deployed.">
          Your deployments are yours alone to see and to change.
        </SignInNotice>
      )}
    </Page>
  )
}

function Deployments() {
  const deployments = useDeployments(true)
  const client = useQueryClient()
  useLive((change) => {
    if (change.type === 'deployment' || change.type === 'reset')
      void client.invalidateQueries({ queryKey: ['deployments', 'list'] })
  })
  if (deployments.isPending) return <Skeletons />
  if (deployments.isLoadingError)
    return <ProblemNotice error={deployments.error} onRetry={() => void deployments.refetch()} />
  const items = deployments.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Nothing />
  return (
    <>
      <ul className={styles.list} aria-label="Deployments">
        {items.map((deployment) => (
          <DeploymentRow key={deployment.id} deployment={deployment} />
        ))}
      </ul>
      {deployments.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={deployments.isFetchingNextPage}
          onClick={() => void deployments.fetchNextPage()}
        >
          More deployments
        </Button>
      )}
    </>
  )
}

const Skeletons = () => (
  <div className={styles.list} aria-busy="true">
    {[1, 2, 3].map((row) => (
      <Skeleton key={row} height={104} radius="lg" />
    ))}
  </div>
)

const Nothing = () => (
  <Notice
    title="You have deployed nobody yet."
    icon={<IconRocket size={24} />}
    actions={
      <Button component={Link} to="/">
        Find somebody
      </Button>
    }
  >
    Find somebody you like, talk to them, and bring them to your server with “Deploy to Discord”.
  </Notice>
)
