import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { adminPath, adminQuery } from './read-personality'
import { keepPersonality } from './save-personality'
import { type AdminPersonality, type Deed, etag } from './schema'

type Who = Pick<AdminPersonality, 'id' | 'revision'>
type Step = { deed: Deed; who: Who; slug?: string | undefined }

/** Publishes, archives, restores or deletes what was read. Deleting answers nothing, so it is read once more. */
async function change({ deed, who, slug }: Step): Promise<AdminPersonality> {
  const headers = { 'If-Match': etag(who) }
  if (deed !== 'delete')
    return request(`${adminPath(who.id)}/${deed}`, { method: 'POST', headers, query: { slug } })
  await request(adminPath(who.id), { method: 'DELETE', headers })
  return request(adminPath(who.id))
}

export function useChangeLife() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    meta: { toldInPlace: true },
    onSuccess: (changed) => keepPersonality(client, changed),
    onError: (_error, { who }) => client.invalidateQueries({ queryKey: adminQuery(who.id).queryKey }),
  })
}
