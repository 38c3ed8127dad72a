import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  tell: {
    title: 'What would make life better here?',
    description: (place: string) => `Tell ${place} your idea. A line is enough, and you need no account.`,
    hint: 'One line is plenty. No account needed.',
    go: 'Tell us',
  },
  thanks: {
    title: 'Thank you. We have your idea',
    description: 'What happens next with an idea.',
    next: 'What happens next',
    read: (name: string | null, day: string | null) =>
      name === null
        ? 'People from the partnership read every one.'
        : `${name} reads every one${day === null ? '.' : `, this one by ${day}.`}`,
    together: 'Ideas that many people have lead to a proposal, a talk or a question to the council.',
    noAddress: 'We do not know who you are, so we cannot write to you. What comes of it stands under Proposals.',
    withName: 'It is kept with your name, so the partnership can ask you about it.',
    further: 'Want to take it further yourself? Propose it in six short questions. Then we write to you at each step.',
    propose: 'Propose it',
    another: 'Tell us something else',
    home: 'Back to the first page',
  },
  toRead: {
    title: 'Ideas to read',
    description: 'What people told the partnership in a line or two.',
    about: 'Only the partnership sees these. Keep what you have read, so that others know.',
    none: 'No ideas are waiting. New ones stand here as soon as somebody sends one.',
    on: (day: string) => `Sent on ${day}`,
    states: { held: 'Not read yet', kept: 'Read and kept', published: 'Public' } as Readonly<Record<string, string>>,
    keep: 'Read, keep it',
    remove: 'Take it away',
    page: (page: number) => `Page ${page}`,
    back: 'Proposals to look at',
  },
  fields: { words: 'Write your idea, in at most 500 letters' },
  refusals: {
    'no-data-controller': 'This neighbourhood is not ready to take ideas yet. Ring us, or come by.',
    'too-many-ideas': 'Many ideas came at once. Wait an hour, sign in, or ring us.',
  },
};

/** Ideas: a line or two from anybody. */
export const ideasMessages: Catalogue<typeof en> = { en };
