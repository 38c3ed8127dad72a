import type { Config } from '@react-router/dev/config';

/** Pages are made on the server, in the same process as the API (`server/handle.ts`). */
export default {
  appDirectory: 'app',
  ssr: true,
} satisfies Config;
