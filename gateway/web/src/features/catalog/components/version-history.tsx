import { Skeleton, Text } from '@mantine/core'
import { ProblemNotice } from '@/components/problem-notice'
import { date, list } from '@/lib/format'
import { useVersions } from '../api/list-versions'
import styles from './version-history.module.css'

const FIELDS: Record<string, string> = {
  name: 'name',
  tagline: 'tagline',
  description: 'description',
  category: 'category',
  tags: 'tags',
  traits: 'traits',
  greeting: 'greeting',
  alternateGreetings: 'further greetings',
  systemPrompt: 'character',
  promptSections: 'character',
  sampleConversations: 'samples',
  avatar: 'face',
  promptVisibility: 'visibility of the prompt',
  generation: 'way of answering',
  slug: 'address',
}

const words = (changed: string[]) => list([...new Set(changed.map((field) => FIELDS[field] ?? field))])

/** What changed when, for whoever wonders why somebody speaks differently. */
export function VersionHistory({ slug }: { slug: string }) {
  const versions = useVersions(slug)
  if (versions.isPending) return <Skeleton height={120} />
  if (versions.isError)
    return <ProblemNotice error={versions.error} onRetry={() => void versions.refetch()} />
  return (
    <ol className={styles.versions}>
      {versions.data.map(({ version, publishedAt, changed }) => (
        <li key={version}>
          <Text fw={600} span>
            Version {version}
          </Text>{' '}
          <Text c="dimmed" size="sm" span>
            {date(publishedAt)}
          </Text>
          <Text c="dimmed" size="sm">
            {changed.length > 0 ? `Changed: ${words(changed)}` : 'First published'}
          </Text>
        </li>
      ))}
    </ol>
  )
}
