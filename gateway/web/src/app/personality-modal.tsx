import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { usePersonality } from '@/features/catalog/api/read-personality'
import { PersonalityView } from '@/features/catalog/components/personality-view'
import { Region } from '@/components/region'
import { slots } from './personality-slots'
import styles from './personality-modal.module.css'

/** Somebody over the list; closing it is going back. */
export default function PersonalityModal({ slug }: { slug: string }) {
  const navigate = useNavigate()
  const { data } = usePersonality(slug)
  useFocusReturn()
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
      <Modal.Content radius="lg" aria-label={data?.name ?? 'Personality'}>
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

/** Afterwards the keyboard is where it was before; Mantine remembers that only for what has once been closed. */
function useFocusReturn() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    },
    [before],
  )
}
