import type { components } from '@/lib/api/generated/deployment'
import type { Absent } from '@/lib/api/schema'

type Schemas = components['schemas']

export type Deployment = Absent<
  Schemas['DeploymentView'],
  'promptHash' | 'reason' | 'missingPermissions' | 'installUrl'
>
export type Status = Schemas['DeploymentView']['status']
export type Reason = Schemas['DeploymentView']['reason']
export type Permission = Schemas['DeploymentView']['missingPermissions'][number]
export type UpdatePolicy = Schemas['DeploymentView']['updatePolicy']
export type DeploymentPage = { items: Deployment[]; nextCursor?: string }
export type DiscordServer = Absent<Schemas['ServerCard'], 'iconUrl' | 'memberCount'>
export type Channel = Absent<Schemas['ChannelCard'], 'category' | 'missing'>
export type Order = Absent<Schemas['DeployRequest'], 'channelIds'>
