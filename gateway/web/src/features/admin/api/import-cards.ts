import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { asProblem } from '@/lib/api/problem'
import type { CardReport } from './schema'

/** A report for each file. When all are refused, the problem has the reports in it. */
async function bringIn(files: File[], dryRun: boolean): Promise<CardReport[]> {
  const body = new FormData()
  for (const file of files) body.append('file', file)
  return request<CardReport[]>('/api/admin/personalities/import', {
    method: 'POST',
    query: { dryRun },
    body,
    patience: 120_000,
  }).catch((error: unknown) => {
    const { reports } = asProblem(error).body
    if (Array.isArray(reports) && reports.length > 0) return reports as CardReport[]
    throw error
  })
}

export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ files, dryRun }: { files: File[]; dryRun: boolean }) => bringIn(files, dryRun),
    meta: { toldInPlace: true },
    onSuccess: (_reports, { dryRun }) =>
      dryRun ? undefined : client.invalidateQueries({ queryKey: ['admin', 'list'] }),
  })
}
