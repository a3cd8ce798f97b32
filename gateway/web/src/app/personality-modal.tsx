import { Modal } from '@mantine/core'
import { useNavigate } from 'react-router'
import { PersonalityView } from '@/features/catalog/components/personality-view'
import { Region } from '@/components/region'
import { slots } from './personality-slots'
import styles from './personality-modal.module.css'

/** Somebody over the list; closing it is going back. */
export default function PersonalityModal({ slug }: { slug: string }) {
  const navigate = useNavigate()
  return (
    <Modal.Root
      opened
      onClose={() => void navigate(-1)}
      size="min(1240px, 94vw)"
      centered
      transitionProps={{ duration: 160, transition: 'fade' }}
      classNames={{ content: styles.content }}
    >
      <Modal.Overlay backgroundOpacity={0.5} />
      <Modal.Content radius="lg" aria-labelledby="personality">
        <Modal.CloseButton className={styles.close} aria-label="Close" />
        <Modal.Body p={0}>
          <Region key={slug}>
            <PersonalityView slug={slug} slots={slots} />
          </Region>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
