import { Page } from '@/components/page'

export function Component() {
  return <Page title="My deployments">{null}</Page>
}
