import { addressOf } from '@pursestrings/contracts/endpoint';
import { readBallotsFile } from '@pursestrings/contracts/results';
import { apiContext, clientAddressContext } from '../../api/contexts.ts';
import type { Route } from './+types/ballots-file.route.ts';

/** The ballots of a counted vote as a `.pb` file, as the API gives it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const cookie = request.headers.get('cookie');
  const reply = await context.get(apiContext)({
    method: 'GET',
    url: addressOf(readBallotsFile, { place: params.place, round: params.round }),
    headers: { host: new URL(request.url).host, ...(cookie === null ? {} : { cookie }) },
    body: null,
    clientAddress: context.get(clientAddressContext),
  });
  const isThere = reply.status === 200;
  return new Response(isThere ? reply.body : 'There is no such file.\n', {
    status: isThere ? 200 : 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(isThere ? { 'content-disposition': `attachment; filename="${params.round}.pb"` } : {}),
    },
  });
}
