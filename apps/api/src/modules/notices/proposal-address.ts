/**
 * In SQL, for a proposal `p`: the page where whoever hears of it reads it, within its place. Before it is public that is
 * its author's own page while it is their turn, and the partnership's while it waits for a look.
 */
export const placeOfProposal = `CASE WHEN p.state = 'submitted' THEN 'to-look-at/' || p.id
  WHEN p.state IN ('draft', 'changes_asked', 'withdrawn', 'merged') THEN 'my-proposals/' || p.id ELSE 'proposals/' || p.slug END`;
