import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Deployment, DeploymentPage } from './schema'
import { deploymentKey } from './read-deployment'

/** Shows a deployment as the service has just answered, wherever it is on the page. */
export function keepDeployment(client: QueryClient, changed: Deployment) {
  client.setQueryData(deploymentKey(changed.id), changed)
  client.setQueryData<InfiniteData<DeploymentPage>>(
    ['deployments', 'list'],
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === changed.id ? changed : item)),
        })),
      },
  )
}
