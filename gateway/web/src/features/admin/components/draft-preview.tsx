import { Bubble } from '@/components/bubble'
import { hueStyle } from '@/lib/hue'
import { useShelves } from '../api/categories'
import type { AdminPersonality } from '../api/schema'
import type { Draft } from '../draft'
import { useLent } from './admin-layout'
import styles from './personality-editor.module.css'

/** Stands for an id until there is one: it gives the drawn face and the colour. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Turns of a conversation that fit beside a form. */
const SHOWN = 4

type Props = { personality: AdminPersonality | undefined; draft: Draft }

/** The draft as people would meet it: its card, and how a conversation with it begins. */
export function DraftPreview({ personality, draft }: Props) {
  const { card } = useLent()
  const shelves = useShelves()
  const id = personality?.id ?? NOBODY
  const name = draft.name.trim() || 'Somebody new'
  const category = shelves.data?.find(({ slug }) => slug === draft.category)
  const turns = draft.sampleConversations[0]?.slice(0, SHOWN) ?? []
  return (
    <aside className={styles.preview} style={hueStyle(id)} aria-label="Preview">
      <h2>In the marketplace</h2>
      <div inert>
        {card({
          id,
          slug: draft.slug || 'new',
          name,
          tagline: draft.tagline.trim() || 'One line that makes people curious',
          category: { slug: draft.category, name: category?.name ?? 'Category' },
          tags: draft.tags,
          avatar: personality?.avatar ?? {
            url: `/api/marketplace/avatars/fallback/${NOBODY}.svg`,
            srcset: '',
          },
          rating: { average: 0, count: 0 },
          deployCount: 0,
          publishedAt: personality?.publishedAt ?? '2026-01-01T00:00:00Z',
        })}
      </div>
      <h2>In a conversation</h2>
      <div className={styles.bubbles}>
        <Bubble isMine={false} speaker={name} text={draft.greeting.trim() || 'Hello.'} />
        {turns.map(({ role, content }, turn) => (
          <Bubble
            key={turn}
            isMine={role === 'user'}
            speaker={role === 'user' ? 'Somebody' : name}
            text={content.trim() || '…'}
          />
        ))}
      </div>
    </aside>
  )
}
