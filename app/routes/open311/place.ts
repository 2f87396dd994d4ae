export type Point = { lat: number; long: number };
export type Place = { address: string | null; lat: number | null; long: number | null };

/** Degrees to the sixth digit: a tenth of a metre. */
const digits = 6;
const pointAtEnd = /\s*\((-?\d{1,2}\.\d{1,6}), (-?\d{1,3}\.\d{1,6})\)$/;

/** A place as a case holds it: the address in words, the point behind it in brackets. */
export function writePlace(address: readonly string[], point: Point | undefined): string {
  const words = address.filter(Boolean).join(", ");
  return point ? `${words} (${point.lat.toFixed(digits)}, ${point.long.toFixed(digits)})`.trim() : words;
}

/** The address and the point of a public place; a place without a point in brackets is all address. */
export function readPlace(place: string | null): Place {
  const point = pointAtEnd.exec(place ?? "");
  const [lat, long] = [Number(point?.[1]), Number(point?.[2])];
  if (!place || !point || Math.abs(lat) > 90 || Math.abs(long) > 180) return { address: place || null, lat: null, long: null };
  return { address: place.slice(0, point.index) || null, lat, long };
}
