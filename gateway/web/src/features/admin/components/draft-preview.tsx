import { drawnFace } from '@/lib/face'
import { hueStyle } from '@/lib/hue'
import { useShelves } from '../api/categories'
import type { AdminPersonality } from '../api/schema'
import { canTalk, type Draft, voiceOf } from '../draft'
import { useLent } from './admin-layout'
import styles from './personality-editor.module.css'

/** Stands for an id until there is one: it gives the drawn face and the colour. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

type Props = { personality: AdminPersonality | undefined; draft: Draft }

/** The draft as people would meet it: its card, and a conversation with it. */
export function DraftPreview({ personality, draft }: Props) {
  const { card, chat } = useLent()
  const shelves = useShelves()
  const id = personality?.id ?? NOBODY
  const name = draft.name.trim() || 'Somebody new'
  const category = shelves.data?.find(({ slug }) => slug === draft.category)
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
            url: drawnFace(NOBODY),
            srcset: '',
          },
          rating: { average: 0, count: 0 },
          deployCount: 0,
          publishedAt: personality?.publishedAt ?? '2026-01-01T00:00:00Z',
        })}
      </div>
      <h2>In a conversation</h2>
      {canTalk(draft) ? (
        <div className={styles.rehearsal}>{chat(voiceOf(draft))}</div>
      ) : (
        <p className={styles.hint}>It can be tried once it has a name, a greeting and a system prompt.</p>
      )}
    </aside>
  )
}
