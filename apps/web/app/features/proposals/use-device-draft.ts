import { useEffect, useState } from 'react';
import { deviceNowMs } from './clock.ts';
import { DeviceDraft } from './device-draft.ts';

export interface DeviceDraftProps {
  /** The proposal and its question. */
  readonly name: string;
  /** The answer as the server has it. */
  readonly saved: string;
  /** What the box held when the page came: the saved answer, or what was typed before a mistake. */
  readonly given: string;
  /** What the box holds now. */
  readonly answer: string;
  readonly restore: (text: string) => void;
}

/** Keeps what is typed on the device until the server has it, and puts it back when the page opens again. */
export function useDeviceDraft({ name, saved, given, answer, restore }: DeviceDraftProps): { wasRestored: boolean; takeOut: () => void } {
  const [wasRestored, setRestored] = useState(false);
  const [isReady, setReady] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question that is opened
  useEffect(() => {
    const kept = new DeviceDraft(window.localStorage, name).restored(saved, deviceNowMs());
    // A form that came back with its mistakes holds what was typed last.
    if (kept !== null && given === saved) {
      restore(kept);
      setRestored(true);
    }
    // What was begun under 'new' has a proposal of its own by now.
    if (!name.startsWith('new:')) new DeviceDraft(window.localStorage, 'new:title').forget();
    setReady(true);
  }, [name]);
  useEffect(() => {
    if (isReady) new DeviceDraft(window.localStorage, name).keep(answer, saved, deviceNowMs());
  }, [isReady, name, answer, saved]);
  return {
    wasRestored: wasRestored && answer !== saved,
    takeOut: () => {
      restore(saved);
      setRestored(false);
    },
  };
}
