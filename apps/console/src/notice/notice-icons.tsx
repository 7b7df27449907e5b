const frame = {
  viewBox: "0 0 20 20",
  width: 20,
  height: 20,
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  "aria-hidden": true,
} as const

export function InformationIcon() {
  return (
    <svg {...frame} aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9.2v4.6M10 6.3v.1" />
    </svg>
  )
}

export function CautionIcon() {
  return (
    <svg {...frame} aria-hidden="true">
      <path d="M10 2.6 18.4 17H1.6L10 2.600zM10 8v4M10 14.500v.1" />
    </svg>
  )
}

export function TroubleIcon() {
  return (
    <svg {...frame} aria-hidden="true">
      <path d="M6.700 2h6.600L18 6.700v6.600L13.300 18H6.700L2 13.300V6.700zM10 6v5M10 14v.1" />
    </svg>
  )
}
