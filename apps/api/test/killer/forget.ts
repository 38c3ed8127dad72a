import { askAdmin } from './installation.ts';
import type { Stage } from './stage.ts';

/** Undoes the last posting behind the program's back, as if its transaction had never been: the chain and the balances agree again. */
export async function forgetLastPayment({ world, place }: Stage): Promise<void> {
  await askAdmin(
    world.db.adminUrl,
    `DO $$
     DECLARE last ledger.entry; moved record;
     BEGIN
       SET LOCAL session_replication_role = replica;
       SELECT * INTO last FROM ledger.entry WHERE neighbourhood_id = '${place.id}' ORDER BY seq DESC LIMIT 1;
       FOR moved IN SELECT from_account, to_account, amount_pence FROM ledger.transfer WHERE neighbourhood_id = last.neighbourhood_id AND entry_seq = last.seq LOOP
         UPDATE ledger.account SET balance_pence = balance_pence + moved.amount_pence WHERE id = moved.from_account;
         UPDATE ledger.account SET balance_pence = balance_pence - moved.amount_pence WHERE id = moved.to_account;
       END LOOP;
       DELETE FROM ledger.transfer WHERE neighbourhood_id = last.neighbourhood_id AND entry_seq = last.seq;
       DELETE FROM ledger.entry WHERE neighbourhood_id = last.neighbourhood_id AND seq = last.seq;
       UPDATE ledger.head SET seq = last.seq - 1, hash = last.prev_hash WHERE neighbourhood_id = last.neighbourhood_id;
       UPDATE payment SET state = 'approved', sent_on = NULL, entry_seq = NULL WHERE neighbourhood_id = last.neighbourhood_id AND id = last.payment_id;
     END $$`,
  );
}

/** Takes one acknowledged ballot out of the box behind the program's back, and keeps it aside. */
export async function forgetOneBallot({ world, round }: Stage): Promise<void> {
  await askAdmin(
    world.db.adminUrl,
    `DO $$
     DECLARE gone vote.link;
     BEGIN
       SET LOCAL session_replication_role = replica;
       SELECT * INTO gone FROM vote.link WHERE round_id = '${round.id}' ORDER BY version DESC LIMIT 1;
       CREATE TABLE gone_link AS SELECT * FROM vote.link WHERE round_id = gone.round_id AND receipt = gone.receipt;
       CREATE TABLE gone_envelope AS SELECT * FROM vote.envelope WHERE round_id = gone.round_id AND receipt = gone.receipt;
       DELETE FROM vote.link WHERE round_id = gone.round_id AND receipt = gone.receipt;
       DELETE FROM vote.envelope WHERE round_id = gone.round_id AND receipt = gone.receipt;
     END $$`,
  );
}

/** Puts that ballot back. */
export async function giveBallotBack({ world }: Stage): Promise<void> {
  await askAdmin(world.db.adminUrl, 'INSERT INTO vote.envelope SELECT * FROM gone_envelope');
  await askAdmin(world.db.adminUrl, 'INSERT INTO vote.link SELECT * FROM gone_link');
}
