import type { ReactElement } from 'react';
import { PageHead } from '../../layout/page-head.tsx';

export default function Stub(): ReactElement {
  return (
    <>
      <PageHead title="Soon" description="This page is being written." />
      <h1>Soon</h1>
    </>
  );
}
