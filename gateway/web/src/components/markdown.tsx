import { Fragment, memo, type ReactNode } from 'react'
import styles from './markdown.module.css'

/**
 * The part of Markdown that people and models write in a chat, as elements: nothing of a text becomes HTML, links lead
 * to http(s) alone, pictures stay words. What is not closed yet, while it streams, is shown as it stands.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <div className={styles.markdown}>{blocks(text)}</div>
})

const FENCE = /^```[^\n]*\n([\s\S]*?)(?:\n```[ \t]*(?=\n|$)|$)/
const INLINE =
  /(`+)(?<code>[^`]+)\1|\*\*(?<strong>\S(?:[\s\S]*?\S)?)\*\*|(?<![\w*])[*_](?<em>[^\s*_](?:[^*_]*[^\s*_])?)[*_](?![\w*])|~~(?<del>[^~]+)~~|\[(?<label>[^\]\n]+)\]\((?<href>https?:\/\/[^\s)]+)\)|(?<url>https?:\/\/[^\s<>)]*[^\s<>).,;:!?'"])/

function blocks(text: string): ReactNode[] {
  const made: ReactNode[] = []
  let rest = text.replace(/\r\n?/g, '\n')
  while ((rest = rest.replace(/^\n+/, '')) !== '') {
    const fence = FENCE.exec(rest)
    const block = fence ? fence[0] : (/^[\s\S]+?(?=\n\n|\n```|$)/.exec(rest)?.[0] ?? rest)
    made.push(<Fragment key={made.length}>{fence ? code(fence[1] ?? '') : paragraph(block)}</Fragment>)
    rest = rest.slice(block.length)
  }
  return made
}

const code = (text: string) => (
  // a long line scrolls, and a keyboard reaches it
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <pre tabIndex={0}>
    <code>{text}</code>
  </pre>
)

const LISTS = [
  { item: /^\s*[-*+]\s+/, Tag: 'ul' },
  { item: /^\s*\d+[.)]\s+/, Tag: 'ol' },
] as const

/** Lines that belong together: a list may follow its paragraph without a blank line. */
function paragraph(block: string): ReactNode[] {
  const groups: { kind: string; lines: string[] }[] = []
  for (const line of block.split('\n')) {
    const kind = kindOf(line)
    const last = groups.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.map(({ kind, lines }, index) => <Fragment key={index}>{group(kind, lines)}</Fragment>)
}

function kindOf(line: string): string {
  if (/^#{1,6}\s/.test(line)) return 'heading'
  if (/^>\s?/.test(line)) return 'quote'
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return 'rule'
  return LISTS.find(({ item }) => item.test(line))?.Tag ?? 'text'
}

function group(kind: string, lines: string[]): ReactNode {
  const list = LISTS.find(({ Tag }) => Tag === kind)
  if (list)
    return (
      <list.Tag>
        {lines.map((line, index) => (
          <li key={index}>{inline(line.replace(list.item, ''))}</li>
        ))}
      </list.Tag>
    )
  if (kind === 'heading')
    return lines.map((line, index) => (
      <p key={index}>
        <strong>{inline(line.replace(/^#+\s+/, ''))}</strong>
      </p>
    ))
  if (kind === 'quote')
    return <blockquote>{inline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n'))}</blockquote>
  if (kind === 'rule') return <hr />
  return <p>{inline(lines.join('\n'))}</p>
}

function inline(text: string): ReactNode[] {
  const made: ReactNode[] = []
  let rest = text
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index > 0) made.push(rest.slice(0, found.index))
    made.push(<Fragment key={made.length}>{span(found.groups ?? {})}</Fragment>)
    rest = rest.slice(found.index + found[0].length)
  }
  return [...made, rest]
}

function span({ code, strong, em, del, label, href, url }: Record<string, string | undefined>): ReactNode {
  if (code) return <code>{code}</code>
  if (strong) return <strong>{inline(strong)}</strong>
  if (em) return <em>{inline(em)}</em>
  if (del) return <del>{inline(del)}</del>
  return (
    <a href={href ?? url} target="_blank" rel="noopener noreferrer nofollow">
      {label ?? url}
    </a>
  )
}
