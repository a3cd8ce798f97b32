import { Button, Tabs } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { ProblemNotice } from '@/components/problem-notice'
import { Region } from '@/components/region'
import { IN_PLACE } from '@/lib/address'
import { asProblem } from '@/lib/api/problem'
import type { Personality } from '@/lib/api/schema'
import { hueStyle } from '@/lib/hue'
import { useTitle } from '@/lib/title'
import { usePersonality } from '../api/read-personality'
import { About } from './about'
import { Identity } from './identity'
import { PersonalitySkeleton } from './personality-skeleton'
import styles from './personality-view.module.css'
import { RatingHistogram } from './rating-histogram'
import { SampleConversations } from './sample-conversations'
import { ShareButton } from './share-button'
import { VersionHistory } from './version-history'

/** What other features have to say about somebody. */
export type Slots = Record<'chat' | 'reviews' | 'deploy', (personality: Personality) => ReactNode>

type Props = { slug: string; slots: Slots }

/** Somebody in full: on the left who they are, on the right the chat; on a phone the one or the other. */
export function PersonalityView({ slug, slots }: Props) {
  const { data: personality, error, isPending, refetch } = usePersonality(slug)
  const [pane, setPane] = useState<'about' | 'chat'>('about')
  useTitle(personality?.name)
  if (isPending) return <PersonalitySkeleton />
  if (!personality)
    return (
      <ProblemNotice
        heading="h1"
        error={error}
        onRetry={asProblem(error).status === 404 ? undefined : () => void refetch()}
        actions={
          <Button variant="default" component={Link} to="/">
            See all personalities
          </Button>
        }
      />
    )
  return (
    <div className={styles.view} style={hueStyle(personality.id)} data-pane={pane}>
      <div className={styles.about}>
        <Identity personality={personality} />
        <Sections personality={personality} reviews={slots.reviews} />
      </div>
      <div className={styles.chat}>
        <Region>{slots.chat(personality)}</Region>
      </div>
      <div className={styles.bar}>
        {slots.deploy(personality)}
        <Button
          variant="default"
          className={styles.switch}
          leftSection={<IconMessageCircle size={18} aria-hidden />}
          onClick={() => setPane(pane === 'about' ? 'chat' : 'about')}
        >
          {pane === 'about' ? 'Chat now' : 'About'}
        </Button>
        <ShareButton slug={personality.slug} name={personality.name} />
      </div>
    </div>
  )
}

const TABS = ['about', 'samples', 'reviews', 'versions']

/** The open one is in the address, so that a sign-in comes back to it. */
function Sections({ personality, reviews }: { personality: Personality; reviews: Slots['reviews'] }) {
  const navigate = useNavigate()
  const { hash, search, state } = useLocation() as { hash: string; search: string; state: unknown }
  return (
    <Tabs
      value={TABS.find((tab) => hash === `#${tab}`) ?? 'about'}
      onChange={(tab) => void navigate({ search, hash: tab ?? '' }, { ...IN_PLACE, state })}
      keepMounted={false}
      className={styles.sections}
    >
      <Tabs.List>
        <Tabs.Tab value="about">About</Tabs.Tab>
        {personality.sampleConversations.length > 0 && <Tabs.Tab value="samples">Samples</Tabs.Tab>}
        <Tabs.Tab value="reviews">Reviews</Tabs.Tab>
        <Tabs.Tab value="versions">Versions</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="about" pt="lg">
        <About personality={personality} />
      </Tabs.Panel>
      <Tabs.Panel value="samples" pt="lg">
        <SampleConversations name={personality.name} conversations={personality.sampleConversations} />
      </Tabs.Panel>
      <Tabs.Panel value="reviews" pt="lg">
        <RatingHistogram {...personality.rating} />
        <Region>{reviews(personality)}</Region>
      </Tabs.Panel>
      <Tabs.Panel value="versions" pt="lg">
        <VersionHistory slug={personality.slug} />
      </Tabs.Panel>
    </Tabs>
  )
}
