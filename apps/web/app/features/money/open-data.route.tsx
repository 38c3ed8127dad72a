import { listOpenData } from '@pursestrings/contracts/open-data';
import { readPlace } from '@pursestrings/contracts/places';
import { DataTable } from '@pursestrings/ui/data-table';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/open-data.route.ts';
import { openDataMessages } from './open-data.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asking = { request, context };
  const inPlace = { params: { place: params.place } };
  const [{ place }, { files }] = await Promise.all([read(asking, readPlace, inPlace), read(asking, listOpenData, inPlace)]);
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))];
  return {
    name: place.name,
    address: `${new URL(request.url).origin}/open/${params.place}`,
    folders: folders.map((folder) => ({
      folder,
      files: files.filter(({ path }) => folderOf(path) === folder).map(({ path, bytes }) => ({ path, size: kilobytes(bytes) })),
    })),
  };
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Whole kilobytes, and one for less. */
function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1000)));
}

/** Everything that a place publishes, as files. */
export default function OpenData({ loaderData: { name, address, folders }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(openDataMessages);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description(name)} />
      <h1>{messages.title}</h1>
      <p className="lead">{messages.description(name)}</p>
      <p>{messages.licence}</p>
      {folders.map(({ folder, files }) => (
        <section className="gap" key={folder}>
          <DataTable
            caption={messages.group(folder)}
            rows={files}
            rowKey={(file) => file.path}
            columns={[
              { heading: messages.file, cell: (file) => <a href={`/open/${params.place}/${file.path}`}>{file.path}</a> },
              { heading: messages.howBig, numeric: true, cell: (file) => messages.size(file.size) },
            ]}
          />
        </section>
      ))}
      <section className="gap">
        <h2>{messages.check}</h2>
        <p>{messages.checkWords}</p>
        <p>
          <code>npm run verify -- {address}</code>
        </p>
      </section>
    </div>
  );
}
