import { readProgrammeFile } from '@pursestrings/contracts/programmes';
import { read } from '../../api/call.ts';
import type { Route } from './+types/shares-file.route.ts';

/** The shares with their inputs as a CSV. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { name, text } = await read({ request, context }, readProgrammeFile, { params: { programme: params.programme } });
  return new Response(text, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
  });
}
