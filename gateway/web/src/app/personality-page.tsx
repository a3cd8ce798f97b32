import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'react-router'
import { PersonalityView } from '@/features/catalog/components/personality-view'
import styles from './personality-page.module.css'
import { slots } from './personality-slots'

/** Somebody by a link from elsewhere. */
export default function PersonalityPage({ slug }: { slug: string }) {
  return (
    <div className={styles.page}>
      <Link to="/" className={styles.back}>
        <IconArrowLeft size={16} aria-hidden /> All personalities
      </Link>
      <div className={styles.frame}>
        <PersonalityView slug={slug} slots={slots} />
      </div>
    </div>
  )
}
