import { Bubble } from '@/components/bubble'
import type { Turn } from '@/lib/api/schema'
import styles from './sample-conversations.module.css'

type Props = { name: string; conversations: Turn[][] }

export function SampleConversations({ name, conversations }: Props) {
  return (
    <div className={styles.samples}>
      {conversations.map((turns, index) => (
        <section key={index} className={styles.sample} aria-label={`Sample conversation ${index + 1}`}>
          {turns.map(({ role, content }, position) => (
            <Bubble
              key={position}
              isMine={role === 'user'}
              speaker={role === 'user' ? 'Somebody' : name}
              text={content}
            />
          ))}
        </section>
      ))}
    </div>
  )
}
