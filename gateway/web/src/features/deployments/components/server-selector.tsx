import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconSearch, IconServerOff } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import type { DiscordServer } from '../api/schema'
import { ServerOption } from './server-option'
import styles from './server-selector.module.css'

/** From so many servers on, one would rather type than look. */
const MANY = 6

type Props = { servers: UseQueryResult<DiscordServer[]>; onChoose: (serverId: string) => void }

/** My servers: first those where I may deploy, then the others with the reason why not. */
export function ServerSelector({ servers, onChoose }: Props) {
  const [search, setSearch] = useState('')
  if (servers.isPending) return <Skeletons />
  if (servers.isError) return <ProblemNotice error={servers.error} onRetry={() => void servers.refetch()} />
  const found = servers.data.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  const [eligible, others] = [found.filter((one) => one.manageable), found.filter((one) => !one.manageable)]
  if (servers.data.length === 0) return <NoServer onRetry={() => void servers.refetch()} />
  return (
    <div className={styles.selector}>
      {servers.data.length > MANY && (
        <TextInput
          type="search"
          aria-label="Search your servers"
          placeholder="Search your servers"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      )}
      <p className={styles.note} role="status">
        {found.length === 0
          ? `None of your servers is called “${search.trim()}”.`
          : eligible.length === 0 &&
            'You can deploy to servers that are yours, or where you may manage the server.'}
      </p>
      {eligible.length > 0 && (
        <ul className={styles.list} aria-label="Servers that you manage">
          {eligible.map((server) => (
            <ServerOption key={server.id} server={server} onChoose={() => onChoose(server.id)} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>Not yours to deploy to</h3>
          <ul className={styles.list} aria-label="Servers that you do not manage">
            {others.map((server) => (
              <ServerOption key={server.id} server={server} />
            ))}
          </ul>
        </>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.again}
        loading={servers.isFetching}
        onClick={() => void servers.refetch()}
      >
        Ask Discord again
      </Button>
    </div>
  )
}

const Skeletons = () => (
  <div className={styles.selector} aria-busy="true" aria-label="Asking Discord for your servers">
    {[1, 2, 3].map((row) => (
      <Skeleton key={row} height={60} radius="md" />
    ))}
  </div>
)

const NoServer = ({ onRetry }: { onRetry: () => void }) => (
  <Notice
    title="You are on no server yet."
    icon={<IconServerOff size={24} />}
    actions={
      <Button variant="default" onClick={onRetry}>
        I have one now
      </Button>
    }
  >
    Create one in Discord with the + below your servers. It takes a minute, and you can be alone there.
  </Notice>
)
