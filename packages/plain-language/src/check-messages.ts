import { checkOfficialWords, type OfficialRules } from './official-words.ts';

/** A text of ours that people read, and where it stands, as in 'apps/web/app/messages/form.messages.ts:12'. */
export interface Message {
  readonly place: string;
  readonly text: string;
}

/** Checks all messages of a catalogue as official words; one line of plain words for each breach. */
export function checkMessages(catalogue: readonly Message[], rules: OfficialRules = {}): readonly string[] {
  return catalogue.flatMap(({ place, text }) =>
    checkOfficialWords(text, rules).map((hard) => `${place} ‘${shortened(hard.text)}’: ${hard.words}`),
  );
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
