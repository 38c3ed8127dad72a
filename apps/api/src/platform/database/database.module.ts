import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.ts';
import { makeDataSource } from './data-source.ts';
import { checkDurable } from './durable.ts';
import { ENTITIES } from './entities.ts';
import { onceItAnswers } from './once-it-answers.ts';
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
        await onceItAnswers(() => source.initialize());
        if (config.mode !== 'test') await onceItAnswers(() => checkDurable(source));
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
