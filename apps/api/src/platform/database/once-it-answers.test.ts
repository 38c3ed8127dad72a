import { onceItAnswers } from './once-it-answers.ts';

/** Fails with each of `faults` in turn, then answers how often it was called. */
function failing(...faults: readonly unknown[]): () => Promise<number> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= faults.length) throw faults[calls - 1];
    return calls;
  };
}
const fault = (code: string) => Object.assign(new Error('no'), { code });

test('waits while PostgreSQL starts or gets over a kill', async () => {
  const work = failing(fault('ECONNREFUSED'), fault('57P03'), fault('57P01'), new Error('Connection terminated unexpectedly'));
  expect(await onceItAnswers(work, 1_000, 1)).toBe(5);
});

test('throws at once what will not pass', async () => {
  await expect(onceItAnswers(failing(fault('28P01')), 1_000, 1)).rejects.toMatchObject({ code: '28P01' });
  await expect(onceItAnswers(failing(new Error('PostgreSQL has fsync = off')), 1_000, 1)).rejects.toThrow('fsync');
});

test('loses its patience in the end', async () => {
  await expect(onceItAnswers(failing(...Array.from({ length: 100 }, () => fault('57P03'))), 20, 1)).rejects.toMatchObject({
    code: '57P03',
  });
});
