import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every address of the site. Addresses are for ever: none is taken away or given another meaning. A word that stands first
 * in an address here can never be a neighbourhood's: put it into `reservedSlugs` of the contracts.
 */
export default [
  layout('layout/site.route.tsx', [
    index('features/front/front.route.tsx'),
    route('words', 'features/about/words.route.tsx'),
    route('accessibility', 'features/about/accessibility.route.tsx'),
    route('privacy', 'features/about/privacy.route.tsx'),
    route('sign-in', 'features/sign-in/sign-in.route.tsx'),
    route('sign-in/code', 'features/sign-in/code.route.tsx'),
    route('sign-in/link/:link', 'features/sign-in/link.route.tsx'),
    route('sign-in/password', 'features/sign-in/password.route.tsx'),
    route('sign-in/second-factor', 'features/sign-in/second-factor.route.tsx'),
    route('sign-out', 'features/sign-in/sign-out.route.tsx'),
  ]),
  route(':place', 'layout/place.route.tsx', { id: 'place' }, [
    index('features/home/home.route.tsx'),
    // Sections of a neighbourhood, in the order of its navigation.
  ]),
  route('*', 'layout/not-found.route.tsx'),
] satisfies RouteConfig;
