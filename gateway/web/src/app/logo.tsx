export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="var(--mantine-color-iris-6)" />
      <circle cx="11.5" cy="13" r="2.4" fill="#fff" />
      <circle cx="20.5" cy="13" r="2.4" fill="#fff" />
      <path
        d="M9 18.5c1.6 3.6 4 5.2 7 5.2s5.4-1.6 7-5.2"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
