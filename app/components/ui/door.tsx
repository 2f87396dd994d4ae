import { Icon } from "./icon.tsx";

export type DoorText = { href: string; title: string; line: string };

/** The few large ways in: a plain link each, with one line that says what is behind it. */
export function Doors({ label, doors }: { label: string; doors: readonly DoorText[] }) {
  return (
    <nav aria-label={label}>
      <ul className="doors">
        {doors.map((door) => (
          <li key={door.href}>
            <a className="door" href={door.href}>
              <span className="door-title">
                <span>{door.title}</span>
                <Icon name="arrow" />
              </span>
              <span>{door.line}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
