// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table whose rows are laid out as a grid
import type { ReactElement, ReactNode } from 'react';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures, set to the right. */
  readonly numeric?: boolean | undefined;
  /** Takes the whole width on a phone, without its heading: for bars and long words. */
  readonly wide?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  /** For captions that repeat a heading just above: read out, not shown. */
  readonly captionHidden?: boolean | undefined;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The totals line, one cell for each column. */
  readonly foot?: readonly ReactNode[] | undefined;
  /** Said instead of the table where there are no rows. */
  readonly empty?: ReactNode;
}

/**
 * A table that becomes a list of slips at 360 px, each figure beside its heading. The roles are written out because
 * browsers forget that it is a table once its rows are laid out differently.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { columns } = props;
  if (props.rows.length === 0 && props.empty !== undefined) return <p className="hush">{props.empty}</p>;
  return (
    <table className="stack" role="table">
      <caption className={props.captionHidden ? 'away' : undefined}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.heading} scope="col" role="columnheader" className={column.numeric ? 'n' : undefined}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <TableRow key={props.rowKey(row)} columns={columns} cells={columns.map((column) => column.cell(row))} />
        ))}
      </tbody>
      {props.foot === undefined ? null : (
        <tfoot role="rowgroup">
          <TableRow columns={columns} cells={props.foot} />
        </tfoot>
      )}
    </table>
  );
}

interface TableRowProps {
  readonly columns: readonly { readonly heading: string; readonly numeric?: boolean | undefined; readonly wide?: boolean | undefined }[];
  readonly cells: readonly ReactNode[];
}

function TableRow({ columns, cells }: TableRowProps): ReactElement {
  return (
    <tr role="row">
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.heading} scope="row" role="rowheader">
            {cells[index]}
          </th>
        ) : (
          <td key={column.heading} role="cell" className={cellClass(column)} data-label={column.wide ? undefined : column.heading}>
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}

function cellClass(column: { readonly numeric?: boolean | undefined; readonly wide?: boolean | undefined }): string | undefined {
  if (column.numeric) return 'n';
  return column.wide ? 'w' : undefined;
}
