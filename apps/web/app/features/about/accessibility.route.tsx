import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { AboutPage } from './about-page.tsx';
import { accessibilityMessages } from './accessibility.messages.ts';

export default function Accessibility(): ReactElement {
  return <AboutPage words={useMessages(accessibilityMessages)} />;
}
