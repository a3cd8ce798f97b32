import { expect, test } from './support/calm'

const PEOPLE = 5_000
const PAGE = 500
const MOST_NODES = 2_500

const card = (number: number) => ({
  id: `019cad9d-0000-7000-8000-${String(number).padStart(12, '0')}`,
  slug: `personality-${number}`,
  name: `Personality ${number}`,
  tagline: 'One of very many, each with a line of their own that is long enough for two.',
  category: { slug: 'companions', name: 'Companions' },
  tags: [],
  avatar: { url: '/favicon.svg', srcset: '' },
  rating: { average: 4.2, count: number },
  deployCount: number,
  publishedAt: '2026-03-12T10:30:00Z',
})

test('five thousand cards scroll without a hitch, and few are in the page', async ({
  page,
  browser,
  mayFail,
}) => {
  mayFail(/\/live/)
  await page.route('**/api/marketplace/personalities?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const items = Array.from({ length: Math.min(PAGE, PEOPLE - from) }, (_, index) => card(from + index))
    const nextCursor = from + PAGE < PEOPLE ? String(from + PAGE) : undefined
    return route.fulfill({ json: { items, total: PEOPLE, nextCursor, facets: { categories: [] } } })
  })
  await page.goto('/')
  await expect(page.getByText('5,000 personalities')).toBeVisible()

  // to the end, page by page
  await page.waitForFunction(
    (last) => {
      scrollTo(0, document.body.scrollHeight)
      return document.body.textContent?.includes(last)
    },
    `Personality ${PEOPLE - 1}`,
    { polling: 50, timeout: 60_000 },
  )

  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  const nodes = await page.evaluate(async () => {
    let most = 0
    for (let top = document.body.scrollHeight, step = 0; step < 250; top -= 400, step++) {
      scrollTo(0, top)
      await new Promise(requestAnimationFrame)
      most = Math.max(most, document.querySelectorAll('*').length)
    }
    return most
  })
  const longest = longestTask(await browser.stopTracing())
  console.log(`5,000 cards: longest task ${longest.toFixed(1)} ms, at most ${nodes} nodes`)
  expect(longest, 'milliseconds of the longest task while scrolling').toBeLessThanOrEqual(50)
  expect(nodes).toBeLessThan(MOST_NODES)
})

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } }

/** Milliseconds that the page's main thread worked in one go; not what it waited for a processor that others used. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && mains.some((main) => main.pid === pid && main.tid === tid),
  )
  expect(tasks.length, 'tasks in the trace').toBeGreaterThan(100)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000
}
