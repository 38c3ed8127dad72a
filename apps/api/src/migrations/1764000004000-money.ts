import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asAcross, keepApart, letAcrossRead } from '../platform/database/row-security.ts';
import { ledgerLineFunctions } from './money/ledger-line-functions.ts';
import { ledgerDoors, ledgerPostFunctions } from './money/ledger-post-functions.ts';
import { ledgerRuleFunctions } from './money/ledger-rule-functions.ts';
import { ledgerTableNames, ledgerTables } from './money/ledger-tables.ts';
import { changingPaymentColumns, paymentTables } from './money/payment-tables.ts';
import { programmeFunctionsAcross, programmeTables } from './money/programme-tables.ts';

/** Programmes and awards; the ledger with its one door; recipients, projects, promises and payments. */
export class Money1764000004000 implements MigrationInterface {
  name = 'Money1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of programmeTables) await runner.query(statement);
    await keepApart(runner, ['award']);
    await runner.query('CREATE SCHEMA ledger');
    await runner.query('GRANT USAGE ON SCHEMA ledger TO app');
    for (const statement of [...ledgerTables, ...paymentTables]) await runner.query(statement);
    await keepApart(runner, ledgerTableNames, 'SELECT');
    await keepApart(runner, ['recipient', 'agreed_payee', 'past_payment', 'payment', 'payment_approval', 'project_update']);
    await runner.query(`GRANT UPDATE (${changingPaymentColumns}) ON payment TO app`);
    // Whoever approves does it in their own name.
    await runner.query(`CREATE POLICY own_name ON payment_approval AS RESTRICTIVE FOR INSERT TO app
      WITH CHECK (person_id = nullif(current_setting('app.person', true), '')::uuid)`);
    await keepApart(runner, ['project', 'commitment'], 'SELECT, INSERT');
    await runner.query('GRANT UPDATE (state, title, theme, summary, next_step, next_by, learnt) ON project TO app');
    await runner.query('GRANT UPDATE (state, released_pence) ON commitment TO app');
    for (const statement of [...ledgerLineFunctions, ...ledgerPostFunctions, ...ledgerRuleFunctions]) await runner.query(statement);
    await runner.query('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC');
    for (const door of ledgerDoors) await runner.query(`GRANT EXECUTE ON FUNCTION ${door} TO app`);
    await letAcrossRead(runner, {
      programme: 'id, slug, published_at',
      programme_officer: 'programme_id, account_id',
    });
    await asAcross(runner, programmeFunctionsAcross);
  }

  async down(): Promise<void> {
    throw new Error('Going back is done by restoring a backup: docs/running/upgrade.md.');
  }
}
