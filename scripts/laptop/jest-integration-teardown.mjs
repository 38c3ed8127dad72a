// Ends the PostgreSQL that jest-integration-setup.mjs started.
// biome-ignore lint/style/noDefaultExport: Jest takes the default export
export default async function tearDown() {
  await globalThis.stopTestPostgres?.();
}
