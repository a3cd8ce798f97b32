import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { adminPath } from './read-personality'
import { keepPersonality } from './save-personality'
import { type AdminPersonality, etag } from './schema'

/** Gives the draft a face, or with null takes it back to the drawn one. */
export function useAvatar(personality: AdminPersonality) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (picture: Blob | null) => {
      const body = picture ? new FormData() : undefined
      if (picture) body?.append('file', picture, 'face.png')
      return request<AdminPersonality>(`${adminPath(personality.id)}/avatar`, {
        method: picture ? 'PUT' : 'DELETE',
        body,
        headers: { 'If-Match': etag(personality) },
        patience: 60_000,
      })
    },
    meta: { toldInPlace: true },
    onSuccess: (changed) => keepPersonality(client, changed),
  })
}
