import type { DataSource } from 'typeorm';

/** The settings without which an acknowledged vote or payment could be lost in a power cut. */
const needed = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Throws unless PostgreSQL keeps what it acknowledges. */
export async function checkDurable(source: DataSource): Promise<void> {
  for (const setting of needed) {
    const [row] = (await source.query(`SELECT current_setting($1) AS value`, [setting])) as { value: string }[];
    if (row?.value === 'off')
      throw new Error(`PostgreSQL has ${setting} = off, so it could lose a vote in a power cut. Turn it on, then start again.`);
  }
}
