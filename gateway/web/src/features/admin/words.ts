import type { Deed, Row, Status } from './api/schema'

export const STATUS: Record<Status, string> = {
  draft: 'Draft',
  published: 'Published',
  archived: 'Archived',
  deleted: 'Deleted',
}

export const DEED: Record<Deed, { verb: string; done: string }> = {
  publish: { verb: 'Publish', done: 'published' },
  archive: { verb: 'Archive', done: 'archived' },
  restore: { verb: 'Restore', done: 'restored' },
  delete: { verb: 'Delete', done: 'deleted' },
}

/** What may be done to somebody in a status. */
const DEEDS: Record<Status, Deed[]> = {
  draft: ['publish', 'archive', 'delete'],
  published: ['publish', 'archive', 'delete'],
  archived: ['restore', 'delete'],
  deleted: ['restore'],
}

/** What can be done with somebody now; who is published as they are is not published again. */
export const deedsOf = ({ status, unpublishedChanges }: Pick<Row, 'status' | 'unpublishedChanges'>) =>
  DEEDS[status].filter((deed) => deed !== 'publish' || status !== 'published' || unpublishedChanges)

export const ACTION: Record<string, string> = {
  create: 'created',
  import: 'imported',
  replace: 'edited',
  face: 'changed the face of',
  publish: 'published',
  rollback: 'rolled back',
  archive: 'archived',
  restore: 'restored',
  delete: 'deleted',
  'category-create': 'added the category',
  'category-rename': 'renamed the category',
  'category-order': 'put the categories in order',
  'category-merge': 'merged the category',
  'category-delete': 'removed the category',
}

const FIELD: Record<string, string> = {
  slug: 'Address',
  name: 'Name',
  nickname: 'Name on Discord',
  tagline: 'Tagline',
  description: 'Description',
  category: 'Category',
  tags: 'Tags',
  traits: 'Traits',
  greeting: 'Greeting',
  alternateGreetings: 'Further greetings',
  systemPrompt: 'System prompt',
  promptSections: 'Prompt sections',
  sampleConversations: 'Sample conversations',
  promptVisibility: 'Visibility of the prompt',
  attribution: 'Credits',
  generation: 'Model',
  avatar: 'Face',
  status: 'Status',
}

/** A path such as `traits[0].value` in words. */
export function fieldName(path: string): string {
  const [, head = path, rest = ''] = /^([^.[]+)(.*)$/.exec(path) ?? []
  const name = FIELD[head] ?? head
  const detail = rest.replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`).replace(/\./g, ' ')
  return `${name}${detail && ` ·${detail.startsWith(' ') ? detail : ` ${detail}`}`}`
}
