import type { ReactElement, ReactNode } from 'react';

export interface Task {
  readonly title: string;
  /** Where it is done; none where it cannot be begun yet. */
  readonly href?: string | undefined;
  readonly hint?: ReactNode;
  /** A `Tag`. */
  readonly status: ReactNode;
}

/** Things to do, in an order that the reader may change, each with how it stands. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }): ReactElement {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.title}>
          {task.href === undefined ? <strong>{task.title}</strong> : <a href={task.href}>{task.title}</a>}
          {task.status}
          {task.hint === undefined ? null : <span className="hint">{task.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
