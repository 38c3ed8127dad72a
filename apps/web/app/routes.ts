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
    route('liaison', 'features/liaison/patch.route.tsx'),
    route('programmes', 'features/programmes/programmes.route.tsx'),
    route('programmes/new', 'features/programmes/new-programme.route.tsx'),
    route('programmes/:programme', 'features/programmes/programme.route.tsx'),
  ]),
  route('programmes/:programme/shares.csv', 'features/programmes/shares-file.route.tsx'),
  route(':place', 'layout/place.route.tsx', { id: 'place' }, [
    index('features/home/home.route.tsx'),
    // Sections of a neighbourhood, in the order of its navigation.
    route('money', 'features/money/money.route.tsx'),
    route('money/accounts/:account', 'features/money/account.route.tsx'),
    route('money/entries/:seq', 'features/money/entry.route.tsx'),
    route('payments/:payment', 'features/payments/payment.route.tsx'),
    route('books', 'features/payments/books.route.tsx'),
    route('books/ask/:commitment', 'features/payments/ask-payment.route.tsx'),
    route('books/drawdown', 'features/payments/drawdown.route.tsx'),
    route('books/recipient', 'features/payments/recipient.route.tsx'),
    route('books/past-payments', 'features/payments/past-payments.route.tsx'),
    route('books/payments/:payment', 'features/payments/booked-payment.route.tsx'),
    route('books/payments/:payment/:step', 'features/payments/payment-step.route.tsx'),
    route('decisions', 'features/decisions/decisions.route.tsx'),
    route('decisions/prepare/:decision', 'features/decisions/prepare.route.tsx'),
    route('decisions/:decision', 'features/decisions/decision.route.tsx'),
    route('decisions/:decision/correct', 'features/decisions/correct.route.tsx'),
    route('meetings', 'features/meetings/meetings.route.tsx'),
    route('meetings/plan', 'features/meetings/plan.route.tsx'),
    route('meetings/:meeting', 'features/meetings/meeting.route.tsx'),
    route('meetings/:meeting/put', 'features/meetings/put.route.tsx'),
    route('meetings/:meeting/run', 'features/meetings/run.route.tsx'),
    route('meetings/:meeting/run/:motion', 'features/meetings/item.route.tsx'),
    route('this-week', 'features/meetings/this-week.route.tsx'),
    route('partnership', 'features/partnership/partnership.route.tsx'),
    route('partnership/interest', 'features/partnership/interest.route.tsx'),
    route('partnership/seats', 'features/partnership/seats.route.tsx'),
    route('partnership/rules', 'features/partnership/rules.route.tsx'),
    route('council', 'features/liaison/council.route.tsx'),
    route('council/:question', 'features/liaison/answer.route.tsx'),
  ]),
  route('*', 'layout/not-found.route.tsx'),
] satisfies RouteConfig;
