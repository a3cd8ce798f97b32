/**
 * What deployment-service has agreed to answer, written by hand until its document in infra/contracts/http says it.
 * Then these types come from src/lib/api/schema.ts like all others, and this file goes.
 */
export type Permission =
  | 'view_channel'
  | 'send_messages'
  | 'embed_links'
  | 'read_message_history'
  | 'change_nickname'
  | 'send_messages_in_threads'

export type Status =
  | 'requested'
  | 'awaiting_install'
  | 'activating'
  | 'active'
  | 'degraded'
  | 'failed'
  | 'expired'
  | 'removed'
  | 'undeployed'

export type Reason =
  | 'bot_missing_permission'
  | 'server_gone'
  | 'bot_removed'
  | 'discord_refused'
  | 'discord_unavailable'
  | 'personality_archived'
  | 'install_expired'
  | 'undeployed'

export type UpdatePolicy = 'auto' | 'pinned'

export type Deployment = {
  id: string
  personalityId: string
  personalityName: string
  personalityVersion: number
  promptHash?: string
  serverId: string
  serverName: string
  /** None means all of them. */
  channelIds: string[]
  updatePolicy: UpdatePolicy
  status: Status
  reason?: Reason
  missingPermissions?: Permission[]
  /** Where to let the bot in, while it waits for that. */
  installUrl?: string
  requestedAt: string
  updatedAt: string
}

export type DeploymentPage = { items: Deployment[]; nextCursor?: string }

export type DiscordServer = {
  id: string
  name: string
  iconUrl?: string
  owner: boolean
  manageable: boolean
  botPresent: boolean
  memberCount?: number
}

export type Channel = {
  id: string
  name: string
  category?: string
  canSpeak: boolean
  missing?: Permission[]
}

export type Order = { serverId: string; channelIds?: string[]; updatePolicy: UpdatePolicy }
