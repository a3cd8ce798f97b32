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

export type Row = Absent<Schemas['AdminRow'], 'version' | 'creatorId'>
export type AdminPage = Omit<Absent<Schemas['AdminPage'], 'nextCursor'>, 'items'> & { items: Row[] }

type By = Absent<Schemas['By'], 'id'>
export type Difference = Schemas['Difference']
export type VersionItem = Omit<Schemas['VersionItem'], 'publisher'> & { publisher?: By }
export type VersionPage = { items: VersionItem[]; nextCursor?: string }
export type AuditEntry = Omit<Absent<Schemas['AuditEntry'], 'personalityId' | 'category'>, 'actor'> & {
  actor: By
}
export type AuditPage = { items: AuditEntry[]; nextCursor?: string }

export type Deed = 'publish' | 'archive' | 'restore' | 'delete'
export type BulkResult = Absent<Schemas['BulkResult'], 'etag' | 'state' | 'problem'>
export type BulkAnswer = Omit<Schemas['BulkAnswer'], 'items'> & { items: BulkResult[] }

export type Shelf = Schemas['Shelf']
export type CardReport = Omit<Absent<Schemas['CardReport'], 'spec'>, 'personality'> & {
  personality?: Absent<Schemas['Made'], 'id'>
}

export const etag = ({ revision }: { revision: number }) => `"${revision}"`
