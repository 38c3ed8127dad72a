import { renderToStaticMarkup } from 'react-dom/server';
import { barWidths, SimpleBarChart } from './bar-chart.tsx';
import { DataTable } from './data-table.tsx';
import { Pager } from './pager.tsx';
import { ResultBar } from './result-bar.tsx';

const columns = [
  { heading: 'Project', cell: (row: { name: string; votes: number }) => row.name },
  { heading: 'Votes', numeric: true, cell: (row: { name: string; votes: number }) => row.votes },
];

test('each figure keeps its heading beside it for narrow screens, and the table its roles', () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Result"
      columns={columns}
      rows={[{ name: 'Kitchen', votes: 250 }]}
      rowKey={(row) => row.name}
      foot={['All', 250]}
    />,
  );
  expect(html).toContain('<th scope="row" role="rowheader">Kitchen</th>');
  expect(html.match(/<td role="cell" class="n" data-label="Votes">250<\/td>/g)).toHaveLength(2);
});

test('an empty table is said in words', () => {
  expect(
    renderToStaticMarkup(
      <DataTable caption="Result" columns={columns} rows={[]} rowKey={(row) => row.name} empty="Nobody has voted yet." />,
    ),
  ).toBe('<p class="hush">Nobody has voted yet.</p>');
});

test('bars are measured against the longest', () => {
  expect(barWidths([50, 100, 0, 33])).toEqual([50, 100, 0, 33]);
  expect(barWidths([0, 0])).toEqual([0, 0]);
  expect(barWidths([1, 3])).toEqual([33.3, 100]);
});

test('a chart says the same in words and as a table', () => {
  const html = renderToStaticMarkup(
    <SimpleBarChart
      title="Spent"
      description="The hub took most."
      headings={['Theme', 'Spent']}
      bars={[{ label: 'Hub', value: 2, words: '£2' }]}
    />,
  );
  expect(html.match(/£2/g)).toHaveLength(2);
  expect(html).toContain('<table');
});

test('a bar stays between nothing and all', () => {
  expect(
    renderToStaticMarkup(
      <ResultBar percent={140} reached>
        x
      </ResultBar>,
    ),
  ).toContain('width="100%"');
  expect(
    renderToStaticMarkup(
      <ResultBar percent={61} reached={false}>
        x
      </ResultBar>,
    ),
  ).toContain('class="short" width="61%"');
});

test('one page needs no pager; the first page has no page before', () => {
  expect(renderToStaticMarkup(<Pager />)).toBe('');
  const html = renderToStaticMarkup(<Pager nextHref="?after=5" summary="1 to 50 of 60" />);
  expect(html).toContain('rel="next"');
  expect(html).not.toContain('rel="prev"');
});
