import type { ReactElement } from 'react';

/**
 * The patterns that tell parts of a bar apart without colour: `stripes` (promised), `dots` (set aside) and `short`
 * (not reached). `Page` draws them once; a page made without it must do so itself.
 */
export function PatternDefinitions(): ReactElement {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="stripes" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="p-wash" width="10" height="10" />
          <rect className="p-line" width="5" height="10" />
        </pattern>
        <pattern id="dots" width="10" height="10" patternUnits="userSpaceOnUse">
          <rect className="p-gold" width="10" height="10" />
          <circle className="p-dot" cx="5" cy="5" r="2" />
        </pattern>
        <pattern id="short" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="p-slip" width="8" height="8" />
          <rect className="p-berry" width="4" height="8" />
        </pattern>
      </defs>
    </svg>
  );
}
