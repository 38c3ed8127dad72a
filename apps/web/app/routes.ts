import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every address of the site. Addresses are for ever: none is taken away or given another meaning (`placeSections` may
 * grow). A word that stands first in an address here can never be a neighbourhood's.
 */
export default [
  layout('layout/site.route.tsx', [
    index('features/front/front.route.tsx'),
    route('words', 'features/about/words.route.tsx'),
    route('accessibility', 'features/about/accessibility.route.tsx'),
    route('privacy', 'features/about/privacy.route.tsx'),
  ]),
  route(':place', 'layout/place.route.tsx', { id: 'place' }, [index('features/home/home.route.tsx')]),
  route('*', 'layout/not-found.route.tsx'),
] satisfies RouteConfig;
