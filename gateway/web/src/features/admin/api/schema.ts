import type { components } from '@/lib/api/generated/catalog'
import type { Absent } from '@/lib/api/schema'

type Schemas = components['schemas']

export type Status = Schemas['AdminPersonality']['status']
export type Trait = Schemas['Trait']
export type Turn = Schemas['Turn']
export type Template = Partial<Schemas['PersonalityTemplate']>

/** All of a personality: its draft, and which version is served. Its revision is its ETag. */
export type AdminPersonality = Omit<
  Absent<
    Schemas['AdminPersonality'],
    'version' | 'contentHash' | 'publishedAt' | 'nickname' | 'creatorId' | 'alternateGreetings'
  >,
  'promptSections' | 'attribution' | 'generation'
> & {
  promptSections?: Partial<Schemas['PromptSections']>
  attribution?: Partial<Schemas['Attribution']>
  generation?: Partial<Schemas['Generation']>
}

// The document gives the items of every page one name, `Item`, and says of it what a bulk request needs. What the
// pages have is said here.
export type Row = Pick<
  AdminPersonality,
  | 'id'
  | 'status'
  | 'revision'
  | 'version'
  | 'unpublishedChanges'
  | 'slug'
  | 'name'
  | 'tagline'
  | 'category'
  | 'avatar'
  | 'createdAt'
  | 'updatedAt'
>
export type AdminPage = {
  items: Row[]
  total: number
  nextCursor?: string
  facets: { statuses: { status: Status; count: number }[] }
}

export type Actor = { id?: string; name: string }
export type Difference = { field: string; before: unknown; after: unknown }
export type VersionItem = {
  version: number
  contentHash: string
  publishedAt: string
  publisher?: Actor
  changed: string[]
}
export type VersionPage = { items: VersionItem[]; nextCursor?: string }
export type AuditEntry = {
  id: string
  at: string
  actor: Actor
  action: string
  personalityId?: string
  category?: string
  changes: Difference[]
}
export type AuditPage = { items: AuditEntry[]; nextCursor?: string }

export type Deed = 'publish' | 'archive' | 'restore' | 'delete'
export type BulkResult = {
  id: string
  status: number
  etag?: string
  state?: Status
  problem?: { type: string; title: string; status: number; detail: string }
}
export type BulkAnswer = { items: BulkResult[]; succeeded: number; failed: number }

export type Shelf = Schemas['Shelf']
export type CardReport = Omit<Absent<Schemas['CardReport'], 'spec'>, 'personality'> & {
  personality?: { id?: string; slug: string; name: string }
}

export const etag = ({ revision }: { revision: number }) => `"${revision}"`
