import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { SignInNotice } from '@/components/sign-in-notice'
import { useAccount } from '@/lib/account'
import { useLive } from '@/lib/live'
import { useDeployment } from '../api/read-deployment'
import { DeploymentDetail } from './deployment-detail'
import styles from './deployment-page.module.css'

/** One deployment, followed while it is under way; also where Discord sends a person back to. */
export function Component() {
  const { id = '' } = useParams()
  const { account, isPending } = useAccount()
  if (isPending) return <Waiting />
  if (!account)
    return (
      <Page title="Deployment">
        <SignInNotice title="Sign in to see how it stands.">
          Only those who deployed something see where it is.
        </SignInNotice>
      </Page>
    )
  return <Followed key={id} id={id} />
}

function Followed({ id }: { id: string }) {
  const [params] = useSearchParams()
  const { data: deployment, error, isPending, refetch } = useDeployment(id)
  const client = useQueryClient()
  useLive((change) => {
    if (
      change.type === 'reset' ||
      (change.type === 'deployment' && change.personalityId === deployment?.personalityId)
    )
      void client.invalidateQueries({ queryKey: ['deployments'] })
  })
  if (isPending) return <Waiting />
  if (!deployment)
    return (
      <ProblemNotice
        heading="h1"
        error={error}
        onRetry={() => void refetch()}
        actions={
          <Button component={Link} to="/deployments" variant="default">
            My deployments
          </Button>
        }
      />
    )
  return (
    <>
      <BackLink />
      <DeploymentDetail deployment={deployment} wasDenied={params.get('install') === 'denied'} />
    </>
  )
}

const BackLink = () => (
  <Link to="/deployments" className={styles.back}>
    <IconArrowLeft size={16} aria-hidden /> My deployments
  </Link>
)

const Waiting = () => (
  <Page title="Deployment">
    <Skeleton height={160} radius="lg" />
  </Page>
)
