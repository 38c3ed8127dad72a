import { data } from 'react-router';

/** For addresses that are nobody's: the page of the nearest error boundary, with status 404. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export const action = loader;

export default function NotFound(): null {
  return null;
}
