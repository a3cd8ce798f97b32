import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { useAdminPersonality } from '../api/read-personality'
import { PersonalityEditor } from './personality-editor'

export function Component() {
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useAdminPersonality(id)
  if (data) return <PersonalityEditor key={id} personality={data} />
  if (isPending)
    return (
      <Page wide title="Personality">
        <Skeleton height={480} radius="lg" />
      </Page>
    )
  return (
    <ProblemNotice
      heading="h1"
      error={error}
      onRetry={() => void refetch()}
      actions={
        <Button component={Link} to="/admin/personalities" variant="default">
          All personalities
        </Button>
      }
    />
  )
}
