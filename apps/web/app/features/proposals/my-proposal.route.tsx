import { redirect } from 'react-router';
import type { Route } from './+types/my-proposal.route.ts';

/** A proposal's own address, which letters and lists lead to: its answers, which say how it stands. */
export function loader({ params }: Route.LoaderArgs): never {
  throw redirect(`/${params.place}/my-proposals/${params.id}/check`);
}

export default function MyProposal(): null {
  return null;
}
