import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server's build starts at server/handle.ts and takes every package with it, so that React is the production one
// whatever NODE_ENV says when it is imported, and the deployed folder needs no other.
export default defineConfig(({ command }) => ({
  plugins: [reactRouter()],
  define: command === 'build' ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  build: {
    target: 'es2022',
    cssTarget: ['chrome99', 'safari15.4', 'firefox97'],
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './server/handle.ts' } },
      resolve: { noExternal: command === 'build' ? true : [/^@pursestrings\//] },
    },
  },
  server: { port: 5173, proxy: { '/api': process.env.PURSESTRINGS_API ?? 'http://127.0.0.1:3000' } },
}));
