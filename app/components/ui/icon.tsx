/** Line icons on a 24-unit square, drawn for this portal. They support words and never stand for them. */
const drawings = {
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20.5 20.5",
  arrow: "M4 12h15M13 6l6 6-6 6",
  back: "M20 12H5M11 6l-6 6 6 6",
  chevron: "M9 5.5 15.5 12 9 18.5",
  check: "M4.5 12.5 10 18 20 6.5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.4l3.6 2.1",
  pause: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM10 9v6M14 9v6",
  calendar: "M4 6.5h16V20H4ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4",
  file: "M6 3.5h8l4.5 4.5v12.5H6ZM13.5 3.5V8.5H18.5M9 13h6M9 16.5h6",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  external: "M14 4.5h5.5V10M19.5 4.5 11 13M17.5 14v5.5h-13v-13H10",
  print: "M7 8.5v-5h10v5M7 16.5H4v-8h16v8h-3M7 13.5h10v7H7Z",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.4v.1",
  warn: "M12 4 2.8 20h18.4ZM12 10v5M12 17.4v.1",
  bad: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.5v5.5M12 16.4v.1",
  dot: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z",
  phone: "M5 4h4l1.8 4.6-2.3 1.7a12 12 0 0 0 5.2 5.2l1.7-2.3L20 15v4c0 .6-.5 1-1 1C11 20 4 13 4 5c0-.6.4-1 1-1Z",
  mail: "M3.5 5.5h17v13h-17ZM4 6l8 7 8-7",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  lock: "M5.5 10.5h13v10h-13ZM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5",
  pencil: "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5ZM13.5 7l3.5 3.5",
  copy: "M9 9h11v11H9ZM5.5 15H4V4h11v1.5",
  listen: "M7.5 20.5c2.6 0 3-1.9 3.8-3.6.9-2 4.2-3.3 4.2-7.2a6 6 0 0 0-12 0M7.2 10a2.4 2.4 0 1 1 3.6 2M18.6 5a8 8 0 0 1 0 9.5",
} as const;

export type IconName = keyof typeof drawings;

/** One icon in the colour of the text beside it, hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
