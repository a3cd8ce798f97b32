import { IconLock } from '@tabler/icons-react'
import { signInUrl } from '@/lib/account'
import { DiscordOAuthButton } from './discord-oauth-button'
import { Notice } from './notice'

/** Stands where only somebody who is signed in has something to see; comes back to the same place. */
export function SignInNotice({ title, children }: { title: string; children: string }) {
  return (
    <Notice title={title} icon={<IconLock size={24} />} actions={<DiscordOAuthButton href={signInUrl()} />}>
      {children}
    </Notice>
  )
}
