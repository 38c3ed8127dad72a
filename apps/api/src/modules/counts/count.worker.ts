import { parentPort, workerData } from 'node:worker_threads';
import { count } from '@pursestrings/voting-rules/count';
import { explainInWords } from '@pursestrings/voting-rules/explain-in-words';
import type { CountInput } from '@pursestrings/voting-rules/round';
import type { Rule } from '@pursestrings/voting-rules/rules';

// Runs in a thread of its own, so that a long count holds nobody up.
const { input, rule, skipCloseness } = workerData as { input: CountInput; rule: Rule; skipCloseness: boolean };
const document = count(input, rule, { skipCloseness, onProgress: (share) => parentPort?.postMessage({ share }) });
parentPort?.postMessage({ document, words: explainInWords(document) });
