const PATHS = {
  compass: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm3.8 5.2-2.2 5.4-5.4 2.2 2.2-5.4Z",
  polygon: "M6 7.5 14.5 4 20 11l-3.5 8H8ZM6 7.5l2 11.5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2.5M12 19.5V22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M2 12h2.5M19.5 12H22M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  half: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 3v18",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.3 15.3 20.5 20.5",
  close: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  layers: "M12 3.5 21 8.5 12 13.5 3 8.5ZM3.5 12.5 12 17l8.5-4.5M3.5 16.2 12 20.7l8.5-4.5",
  chevron: "M6 14.5 12 8.5l6 6",
  pen: "M4 20l1.2-4.6L16.4 4.2l3.4 3.4L8.6 18.8ZM14 6.6l3.4 3.4",
  copy: "M8.5 8.5h11v11h-11ZM15.5 8.5v-4h-11v11h4",
  target: "M12 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4",
  undo: "M8.5 5 4 9.5 8.5 14M4.5 9.5h9.5a5 5 0 0 1 0 10h-3",
  redo: "M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5 5 0 0 0 0 10h3",
  rectangle: "M4.5 6.5h15v11h-15Z",
  circle: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 12h8",
  freehand: "M4 15c0-6 4-10 8-9s2 5-1 6-4 6 1 7 8-2 8-8",
  streets: "M4 20 9 4M20 20 15 4M12 5v2.5M12 11v2.5M12 17v2.5",
  walk: "M13 3.2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2ZM8 12l1.5-3.5L13 8l2 3 3 1M12.5 8.5 11 14l3 3 .5 4M11 14l-1.5 3.5L7 21",
  corners: "M6 6h12v12H6ZM4 4h4v4H4ZM16 4h4v4h-4ZM16 16h4v4h-4ZM4 16h4v4H4Z",
  magnet: "M5 4h4v8a3 3 0 0 0 6 0V4h4v8a7 7 0 0 1-14 0ZM5 8h4M15 8h4",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13",
  import: "M12 3.5v11M7.5 10 12 14.5 16.5 10M4.5 16v4.5h15V16",
  pin: "M12 21.5s7-7.2 7-12.2a7 7 0 1 0-14 0c0 5 7 12.2 7 12.2ZM12 6.8a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  flag: "M6 21V4M6 4.5h11l-2 3.7 2 3.8H6",
  filter: "M3.5 5h17l-6.5 8v6.5l-4-2V13Z",
  compare: "M4 5h6.5v14H4ZM13.5 5H20v14h-6.5ZM6.5 9h1.5M6.5 12h1.5M16 9h1.5M16 15h1.5",
  bookmark: "M7 4h10v16.5l-5-4-5 4Z",
  river: "M3 8c3-3 6 3 9 0s6-3 9 0M3 13c3-3 6 3 9 0s6-3 9 0M3 18c3-3 6 3 9 0s6-3 9 0",
  print: "M7 9V3.5h10V9M7 17.5H4V9.5h16v8h-3M7 14.5h10v6H7Z",
  swipe: "M9 7 4.5 12 9 17M15 7l4.5 5-4.5 5",
  back: "M14.5 5.5 8 12l6.5 6.5",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a text or an aria-label, never alone in meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
