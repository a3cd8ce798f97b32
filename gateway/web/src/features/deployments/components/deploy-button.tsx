import type { Card } from '@/lib/api/schema'

type Props = { personality: Pick<Card, 'id' | 'slug' | 'name' | 'avatar'> }

export function DeployButton(_: Props) {
  return null
}
