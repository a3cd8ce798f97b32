import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { usePersonality } from '@/features/catalog/api/read-personality'
import { DeployPanel } from '@/features/deployments/components/deploy-panel'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'

/** Brings the personality of the address to Discord. */
export function Component() {
  const { slug = '' } = useParams()
  const { data: personality, error, isPending, refetch } = usePersonality(slug)
  if (isPending)
    return (
      <Page title="Deploy to Discord">
        <Skeleton height={220} radius="lg" />
      </Page>
    )
  if (personality) return <DeployPanel personality={personality} />
  return (
    <ProblemNotice
      heading="h1"
      error={error}
      onRetry={() => void refetch()}
      actions={
        <Button variant="default" component={Link} to="/">
          See all personalities
        </Button>
      }
    />
  )
}
