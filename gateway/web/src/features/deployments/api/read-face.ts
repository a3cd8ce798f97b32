import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Personality } from '@/lib/api/schema'
import { drawnFace } from '@/lib/face'

type Known = Pick<Personality, 'slug' | 'avatar' | 'version'>

/** The face of somebody, drawn from the id until it is there, or when they have left the marketplace. */
export function useFace(personalityId: string) {
  const { data } = useQuery({
    queryKey: ['catalog', 'face', personalityId],
    queryFn: ({ signal }) => request<Known>(`/api/marketplace/personalities/${personalityId}`, { signal }),
    staleTime: 5 * 60_000,
    retry: false,
  })
  return {
    slug: data?.slug,
    newestVersion: data?.version,
    avatar: data?.avatar ?? { url: drawnFace(personalityId) },
  }
}
