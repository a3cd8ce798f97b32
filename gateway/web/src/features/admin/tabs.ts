import type { FieldError } from '@/lib/api/problem'
import type { Field } from './draft'

export type Tab = 'who' | 'character' | 'conversation' | 'more' | 'face' | 'versions'

const TAB_OF: Record<Field, Tab> = {
  name: 'who',
  tagline: 'who',
  description: 'who',
  category: 'who',
  tags: 'who',
  traits: 'character',
  systemPrompt: 'character',
  promptSections: 'character',
  greeting: 'conversation',
  alternateGreetings: 'conversation',
  sampleConversations: 'conversation',
  slug: 'more',
  nickname: 'more',
  promptVisibility: 'more',
  generation: 'more',
  attribution: 'more',
}

/** Where a fault can be mended. */
export function tabOf({ field }: FieldError): Tab {
  const [head = ''] = field.split(/[.[]/)
  return TAB_OF[head as Field] ?? 'who'
}
