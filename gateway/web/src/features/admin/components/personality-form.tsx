import { Tabs } from '@mantine/core'
import type { Editor } from '../use-editor'
import { type Tab, tabOf } from '../tabs'
import { CharacterFields } from './character-fields'
import { ConversationFields } from './conversation-fields'
import { FaceFields } from './face-fields'
import { MoreFields } from './more-fields'
import styles from './personality-editor.module.css'
import { VersionPanel } from './version-panel'
import { WhoFields } from './who-fields'

type Props = { editor: Editor; tab: Tab; onTab: (tab: Tab) => void }

const TABS: [Tab, string][] = [
  ['who', 'Who'],
  ['character', 'Character'],
  ['conversation', 'Conversation'],
  ['more', 'More'],
  ['face', 'Face'],
]

/** In tabs, each of which counts what is to be mended in it. What is gone can only be read. */
export function PersonalityForm({ editor, tab, onTab }: Props) {
  const { base, faults } = editor
  const isGone = base?.status === 'archived' || base?.status === 'deleted'
  const tabs = base ? [...TABS, ['versions', 'Versions'] as [Tab, string]] : TABS
  return (
    <Tabs value={tab} onChange={(value) => onTab((value ?? 'who') as Tab)} keepMounted={false}>
      {isGone && <p className={styles.gone}>It is {base.status}. Restore it to change it.</p>}
      <Tabs.List className={styles.tabs}>
        {tabs.map(([value, name]) => {
          const wrong = faults.filter((fault) => tabOf(fault) === value).length
          return (
            <Tabs.Tab
              key={value}
              value={value}
              rightSection={
                wrong > 0 && (
                  <span className={styles.count} aria-label={`${wrong} to mend`}>
                    {wrong}
                  </span>
                )
              }
            >
              {name}
            </Tabs.Tab>
          )
        })}
      </Tabs.List>
      <fieldset className={styles.form} disabled={isGone} aria-label="Personality">
        <Tabs.Panel value="who">
          <WhoFields />
        </Tabs.Panel>
        <Tabs.Panel value="character">
          <CharacterFields />
        </Tabs.Panel>
        <Tabs.Panel value="conversation">
          <ConversationFields />
        </Tabs.Panel>
        <Tabs.Panel value="more">
          <MoreFields isPublished={base?.version !== undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="face">
          <FaceFields personality={base} onChanged={editor.takeFace} />
        </Tabs.Panel>
      </fieldset>
      {base && (
        <Tabs.Panel value="versions">
          <VersionPanel personality={base} isDirty={editor.isDirty} onRolledBack={editor.adopt} />
        </Tabs.Panel>
      )}
    </Tabs>
  )
}
