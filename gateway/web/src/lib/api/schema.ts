import type { components as Catalog } from './generated/catalog'
import type { components as Gateway } from './generated/gateway'
import type { components as Preview } from './generated/preview'
import type { components as Rating } from './generated/rating'

/** What may be absent, `Keys`, in a type whose document does not say so. */
export type Absent<Type, Keys extends keyof Type> = Omit<Type, Keys> & Partial<Pick<Type, Keys>>

type CatalogSchemas = Catalog['schemas']

export type Account = Gateway['schemas']['Account']
export type Card = CatalogSchemas['PersonalityCard']
export type Category = CatalogSchemas['CategoryCount']
export type Page = Absent<CatalogSchemas['PersonalityPage'], 'nextCursor' | 'totalIsEstimate'>
export type Attribution = Partial<CatalogSchemas['Attribution']>
export type Personality = Omit<
  Absent<CatalogSchemas['PersonalityDetail'], 'systemPrompt' | 'promptSections' | 'alternateGreetings'>,
  'attribution'
> & { attribution?: Attribution }
export type Trait = CatalogSchemas['Trait']
export type Turn = CatalogSchemas['Turn']
export type HistoryEntry = CatalogSchemas['HistoryEntry']
export type Summary = Absent<Rating['schemas']['Summary'], 'score' | 'verified'>
export type OwnRating = Absent<Rating['schemas']['Rating'], 'review'>
export type Rated = { rating: OwnRating; summary: Summary }
export type Review = Absent<Rating['schemas']['Review'], 'foundHelpful'>
export type ReviewPage = { items: Review[]; nextCursor?: string }
export type Helpfulness = Rating['schemas']['Helpfulness']
export type Line = Absent<Preview['schemas']['Line'], 'finishReason' | 'saidAt'>
export type Conversation = Omit<Preview['schemas']['Conversation'], 'messages'> & { messages: Line[] }
export type Budget = Preview['schemas']['BudgetUse']
type Rehearsal = Preview['schemas']['RehearsalRequest']
/** What makes a personality speak, before it is published. */
export type Draft = Pick<Rehearsal['draft'], 'name' | 'systemPrompt' | 'greeting'> & {
  nickname?: string
  sampleConversations?: Turn[][]
  promptSections?: Partial<Preview['schemas']['PromptSections']>
  generation?: Partial<Preview['schemas']['Generation']>
}
export type Message = Preview['schemas']['Message']
