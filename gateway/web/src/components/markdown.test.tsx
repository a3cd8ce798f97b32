import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) => render(<Markdown text={text} />).container.firstElementChild?.innerHTML

it('knows what people and models write in a chat', () => {
  expect(html('Hello **big *old* world**, `x<y`.')).toBe(
    '<p>Hello <strong>big <em>old</em> world</strong>, <code>x&lt;y</code>.</p>',
  )
  expect(html('First:\n- one\n- two\n\n1. a\n2. b')).toBe(
    '<p>First:</p><ul><li>one</li><li>two</li></ul><ol><li>a</li><li>b</li></ol>',
  )
  expect(html('# Title\n> quoted')).toBe('<p><strong>Title</strong></p><blockquote>quoted</blockquote>')
})

it.each([
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['[go](javascript:alert(1))', '<p>[go](javascript:alert(1))</p>'],
  ['![pixel](https://evil.example/p.gif)', /^<p>!<a href/],
])('makes nothing dangerous of %s', (text, expected) => {
  if (typeof expected === 'string') expect(html(text)).toBe(expected)
  else expect(html(text)).toMatch(expected)
})

it('shows what is not closed yet as it stands', () => {
  expect(html('so **far')).toBe('<p>so **far</p>')
  expect(html('```js\nlet a')).toContain('<code>let a</code>')
})

it('leaves names_with_underscores and 2 * 3 * 4 alone', () => {
  expect(html('snake_case_name and 2 * 3 * 4')).toBe('<p>snake_case_name and 2 * 3 * 4</p>')
})

it('is quick with what is long and odd', () => {
  const start = performance.now()
  html(`${'*a '.repeat(3000)}${'['.repeat(3000)}${'**'.repeat(3000)}`)
  expect(performance.now() - start).toBeLessThan(1500)
})
