import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { AboutPage } from './about-page.tsx';
import { privacyMessages } from './privacy.messages.ts';

export default function Privacy(): ReactElement {
  return <AboutPage words={useMessages(privacyMessages)} />;
}
