import type { Finding } from './finding.ts';
import type { Verification } from './verify-published.ts';

/** At most so many findings are told; one fault often shows in several places. */
const told = 20;

/** The whole outcome as lines of plain words, the first bad place first. */
export function verificationInWords(verification: Verification): string {
  const { findings, rounds } = verification;
  const lines = [`Checked ${verification.name}: ${verification.files} files, ${verification.entries} ledger entries.`, ''];
  if (findings.length === 0) {
    lines.push('Everything fits together.');
    lines.push('- Every file is the one in the manifest.');
    lines.push('- Every ledger entry follows from the one before it, and no account inside the purse was ever below zero.');
    lines.push(
      `- The ledger, the list of payments${verification.grants ? ', the list of grants' : ''} and the decisions agree to the penny.`,
    );
    for (const name of rounds.recounted) lines.push(`- The result of ${name} comes out again from its ballots.`);
    for (const name of rounds.tooSmall)
      lines.push(`- The ballots of ${name} are not published, because fewer than 30 people voted. Its result was not counted again.`);
    if (verification.lastHash !== null)
      lines.push('', `Last ledger hash: ${verification.lastHash}`, 'Compare it with the one on the noticeboard or in your mail.');
  } else {
    lines.push(findings.length === 1 ? 'One thing is wrong:' : `${findings.length} things are wrong. The first is:`);
    lines.push(...findings.slice(0, told).map((finding, index) => `${index === 1 ? 'Then:\n' : ''}- ${findingInWords(finding)}`));
    if (findings.length > told) lines.push(`- and ${findings.length - told} more.`);
  }
  return `${lines.join('\n')}\n`;
}

/** A finding with its place, as in 'ledger/transfers.csv, line 7, hash: …'. */
export function findingInWords({ file, row, field, what }: Finding): string {
  const place = [file, typeof row === 'number' ? `line ${row}` : row, field].filter((part) => part !== null);
  return `${place.join(', ')}: ${what}.`.replace(/\.\.$/, '.');
}
