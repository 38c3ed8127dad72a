/** `npm run verify`: checks published data from its files alone. See --help. */
import { parseArgs } from 'node:util';
import { openPublished } from '@pursestrings/verify/published-folder';
import { verificationInWords } from '@pursestrings/verify/verification-in-words';
import { verifyPublished } from '@pursestrings/verify/verify-published';

const help = `npm run verify -- URL-or-FOLDER [--head HASH …] [--json]

Checks a neighbourhood's open data: every file against the manifest, the ledger's chain and sums worked out again from the rows, that no
account was ever below zero, that payments, grants and decisions agree with the ledger to the penny, that each promise has its decision,
that results come out again from the published ballots, and the bulletin's heads.

  URL-or-FOLDER   where manifest.json lies, for example https://purse.example.org/open/kettlewick or ./kettlewick
  --head HASH     a ledger hash that you have from elsewhere (the noticeboard, a mail, the minutes); it must still be in the chain.
                  Without one, nobody can tell whether everything was written anew. May be given several times.
  --json          the findings as JSON, nothing else on standard output
  --help

Ends with 0 when everything fits together; 1 when something is wrong; 2 when the command was not understood or nothing could be read.
`;

/** The command's arguments, or null when they make no sense. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        head: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, name: positionals.length === 1 ? (positionals[0] ?? null) : null };
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n`);
    return null;
  }
}

const given = readArguments();
if (given?.help) {
  process.stdout.write(help);
} else if (!given?.name || given.head.some((head) => !/^[0-9a-f]{64}$/i.test(head))) {
  process.stderr.write(given?.name ? 'A ledger hash has 64 digits, 0 to 9 and a to f.\n' : help);
  process.exitCode = 2;
} else {
  try {
    const verification = await verifyPublished(openPublished(given.name), { heads: given.head.map((head) => head.toLowerCase()) });
    process.stdout.write(given.json ? `${JSON.stringify(verification, null, 1)}\n` : verificationInWords(verification));
    process.exitCode = verification.findings.length === 0 ? 0 : 1;
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? ` (${fault.cause.message})` : '';
    process.stderr.write(`${given.name} could not be read: ${fault instanceof Error ? fault.message : String(fault)}${cause}\n`);
    process.exitCode = 2;
  }
}
