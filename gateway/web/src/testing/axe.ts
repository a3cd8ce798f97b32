import axe from 'axe-core'

/** What is wrong for people who see, hear or move otherwise. Colours and the page as a whole need a real browser. */
export async function violations(container: Element = document.body): Promise<string[]> {
  const { violations: found } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
