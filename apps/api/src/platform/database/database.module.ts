import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.ts';
import { ENTITIES } from './entities.ts';
import { makeDataSource } from './data-source.ts';
import { checkDurable } from './durable.ts';
import { Transactions } from './transactions.ts';

/** The database: one pool, and transactions as the only way to it. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [CONFIG, ENTITIES],
      useFactory: async (config: Config, entities: readonly (typeof DataSource)[]) => {
        const source = makeDataSource({ url: config.databaseUrl, poolSize: config.poolSize, entities });
        await source.initialize();
        if (config.mode !== 'test') await checkDurable(source);
        return source;
      },
    },
    Transactions,
  ],
  exports: [Transactions],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
