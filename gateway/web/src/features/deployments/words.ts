import type { Deployment, Permission, Reason, Status } from './api/schema'

export type Tone = 'busy' | 'good' | 'held' | 'bad' | 'quiet'

export const STATUS: Record<Status, { label: string; tone: Tone }> = {
  requested: { label: 'Preparing', tone: 'busy' },
  awaiting_install: { label: 'Waiting for you', tone: 'held' },
  activating: { label: 'Moving in', tone: 'busy' },
  active: { label: 'Active', tone: 'good' },
  degraded: { label: 'Held back', tone: 'held' },
  failed: { label: 'Failed', tone: 'bad' },
  expired: { label: 'Expired', tone: 'bad' },
  removed: { label: 'Removed', tone: 'bad' },
  undeployed: { label: 'Undeployed', tone: 'quiet' },
}

/** As Discord calls them in a server's settings, and what each is for. */
export const PERMISSION: Record<Permission, { name: string; need: string }> = {
  view_channel: { name: 'View Channels', need: 'to see where it is spoken to' },
  send_messages: { name: 'Send Messages', need: 'to answer' },
  embed_links: { name: 'Embed Links', need: 'to show its face beside what it says' },
  read_message_history: { name: 'Read Message History', need: 'to know what was said before' },
  change_nickname: { name: 'Change Nickname', need: 'to be called by its name' },
  send_messages_in_threads: { name: 'Send Messages in Threads', need: 'to answer in threads' },
}

/** What can be done about it: on Discord, or here. */
export type WayOn = 'add-bot' | 'open-discord' | 'deploy-again' | 'find-another'

export type Explanation = { title: string; next: string; ways: WayOn[] }

type Names = { name: string; server: string }

const BY_STATUS: Record<Status, (names: Names) => Explanation> = {
  requested: ({ server }) => ({
    title: `Asking Discord about ${server}…`,
    next: 'We look whether the bot is there already. This takes a few seconds.',
    ways: [],
  }),
  awaiting_install: ({ server }) => ({
    title: `${server} has to let the bot in.`,
    next: 'Add it at Discord, with the permissions that are ticked there. This page goes on by itself once it is in.',
    ways: ['add-bot'],
  }),
  activating: ({ name, server }) => ({
    title: `${name} is moving in…`,
    next: `It takes its name and its place on ${server}. This takes a few seconds.`,
    ways: [],
  }),
  active: ({ name, server }) => ({
    title: `${name} is on ${server}.`,
    next: 'Type the command in any channel where it may speak.',
    ways: ['open-discord'],
  }),
  degraded: ({ name, server }) => ({
    title: `${name} is held back on ${server}.`,
    next: 'It goes on by itself as soon as what is in the way is gone.',
    ways: [],
  }),
  failed: ({ name, server }) => ({
    title: `${name} could not move to ${server}.`,
    next: 'Nothing was changed there. Deploy it once more.',
    ways: ['deploy-again'],
  }),
  expired: ({ server }) => ({
    title: `The bot was not added to ${server} in time.`,
    next: 'Deploy once more, and add the bot at Discord while the page waits for you.',
    ways: ['deploy-again'],
  }),
  removed: ({ name, server }) => ({
    title: `${name} was taken off ${server}.`,
    next: 'Deploy it once more to bring it back.',
    ways: ['deploy-again'],
  }),
  undeployed: ({ name, server }) => ({
    title: `${name} has left ${server}.`,
    next: 'You undeployed it. The bot stays on the server until somebody removes it there.',
    ways: ['deploy-again'],
  }),
}

const BY_REASON: Partial<Record<Status, Partial<Record<Reason, (names: Names) => Explanation>>>> = {
  active: {
    personality_archived: ({ name, server }) => ({
      title: `${name} is on ${server}, and has left the marketplace.`,
      next: 'It goes on speaking here as it is. There are no newer versions to follow.',
      ways: ['open-discord'],
    }),
  },
  degraded: {
    bot_missing_permission: ({ name, server }) => ({
      title: `${name} lacks a permission on ${server}.`,
      next: 'Give it to the bot’s role in the server’s settings, under Roles, and look whether a channel takes it away again. It goes on by itself then.',
      ways: ['open-discord'],
    }),
    discord_unavailable: ({ name }) => ({
      title: 'Discord does not answer right now.',
      next: `Nothing was lost. ${name} goes on by itself once Discord is back.`,
      ways: [],
    }),
    personality_archived: ({ name }) => ({
      title: `${name} has left the marketplace.`,
      next: 'It may stop answering. Undeploy it, or wait whether it comes back.',
      ways: ['find-another'],
    }),
  },
  failed: {
    bot_missing_permission: ({ server }) => ({
      title: `The bot lacks a permission on ${server}.`,
      next: 'Give it to the bot’s role in the server’s settings, under Roles. Then deploy once more.',
      ways: ['deploy-again', 'open-discord'],
    }),
    server_gone: ({ server }) => ({
      title: `${server} is gone, or the bot was taken off it meanwhile.`,
      next: 'Deploy once more and let the bot in again, or choose another server.',
      ways: ['deploy-again'],
    }),
    discord_refused: ({ name }) => ({
      title: 'Discord did not accept this.',
      next: `It may dislike the name “${name}”, or have a limit that is reached. Try another server; if it happens again, tell the marketplace’s admins.`,
      ways: ['deploy-again', 'find-another'],
    }),
    discord_unavailable: () => ({
      title: 'Discord did not answer for too long.',
      next: 'We have stopped trying, and nothing was changed. Deploy once more in a few minutes.',
      ways: ['deploy-again'],
    }),
    personality_archived: ({ name }) => ({
      title: `${name} has left the marketplace.`,
      next: 'It cannot be deployed any more. Have a look at the others.',
      ways: ['find-another'],
    }),
  },
  removed: {
    bot_removed: ({ name, server }) => ({
      title: `Somebody took the bot off ${server}.`,
      next: `${name} cannot speak there any more. Deploy it once more to bring both back.`,
      ways: ['deploy-again'],
    }),
    server_gone: ({ server }) => ({
      title: `${server} is no longer there.`,
      next: 'It was deleted on Discord, or cannot be reached by the bot. Choose another server.',
      ways: ['deploy-again'],
    }),
  },
}

/** How a deployment stands, why, and what to do now. */
export function explain({ status, reason, personalityName, serverName }: Deployment): Explanation {
  const words = (reason && BY_REASON[status]?.[reason]) ?? BY_STATUS[status]
  return words({ name: personalityName, server: serverName })
}

/** Whether it goes on by itself, so that it is worth looking again. */
export const isMoving = ({ status }: Deployment) =>
  ['requested', 'awaiting_install', 'activating', 'degraded'].includes(status)

/** Whether there is still something of it on the server. */
export const isOver = ({ status }: Deployment) =>
  ['failed', 'expired', 'removed', 'undeployed'].includes(status)

/** Where a server can be seen on Discord. */
export const discordUrl = (serverId: string) => `https://discord.com/channels/${serverId}`
