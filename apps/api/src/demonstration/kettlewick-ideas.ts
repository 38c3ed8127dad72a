/** A proposal of the story; `by` is the key of whoever proposes it, `cost` is in pounds. */
export interface Idea {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly cost: number;
  readonly by: string;
}

/** The seven proposals of the spring vote. */
export const springIdeas: readonly Idea[] = [
  {
    key: 'kitchen',
    title: 'Community kitchen',
    what: 'Ovens and long tables at the Old Bakery, so that people can learn to cook and eat together.',
    why: 'Many of us have one ring and a microwave. Food is dear and cooking for one is lonely.',
    cost: 9_600,
    by: 'shanice',
  },
  {
    key: 'ramp',
    title: 'Skate ramp',
    what: 'A concrete quarter pipe, a half pipe and a rail on the old car park.',
    why: 'The nearest ramp is two buses away.',
    cost: 14_800,
    by: 'mo',
  },
  {
    key: 'lights',
    title: 'Path lights',
    what: 'Six lamps on the path behind the bakery.',
    why: 'People walk round by the main road after dark, twenty minutes more.',
    cost: 6_200,
    by: 'grace',
  },
  {
    key: 'bus',
    title: 'Saturday bus',
    what: 'A minibus to the market and the hospital every Saturday for a year.',
    why: 'Four in ten homes here have no car, and the last bus stopped in 2019.',
    cost: 8_400,
    by: 'kev',
  },
  {
    key: 'benches',
    title: 'Benches',
    what: 'Six benches on the way from Mill Lane to the shops.',
    why: 'It is half a mile without a place to sit.',
    cost: 1_920,
    by: 'nasreen',
  },
  {
    key: 'welcome',
    title: 'Welcome table',
    what: 'Tea, forms and somebody to ask, in four languages, every Thursday.',
    why: 'When you are new here nobody tells you where the doctor is.',
    cost: 2_600,
    by: 'halina',
  },
  {
    key: 'garden',
    title: 'Garden',
    what: 'Raised beds and a greenhouse on the corner of Elm Field.',
    why: 'The school wants to grow things, and so do people in the flats.',
    cost: 4_300,
    by: 'tomasz',
  },
];

/** Who ticked what in spring, and how many of each. */
export const springBallots: readonly (readonly [number, ...string[]])[] = [
  [96, 'kitchen', 'ramp', 'lights'],
  [70, 'kitchen', 'ramp'],
  [46, 'kitchen', 'lights'],
  [38, 'kitchen', 'ramp', 'benches'],
  [62, 'bus', 'benches'],
  [34, 'bus'],
  [22, 'bus', 'garden'],
  [20, 'garden', 'welcome'],
  [14, 'welcome'],
  [10, 'bus', 'welcome'],
];

/** The nine proposals of the autumn vote. */
export const autumnIdeas: readonly Idea[] = [
  {
    key: 'ramp2',
    title: 'Skate ramp, smaller and quieter',
    what: 'A concrete quarter pipe and a rail behind the youth club. The council adds £5,000 of its own.',
    why: 'We listened: it is smaller, it is behind the club, and it costs a third less.',
    cost: 9_900,
    by: 'mo',
  },
  {
    key: 'warm',
    title: 'Warm Wednesdays',
    what: 'Soup, heating and company at the chapel hall, every Wednesday until April.',
    why: 'People sit in one room in their coats.',
    cost: 6_400,
    by: 'shanice',
  },
  {
    key: 'tools',
    title: 'Tool library',
    what: 'Drills, ladders and a carpet cleaner to borrow from the hub for £1.',
    why: 'Nobody needs a drill of their own for one shelf.',
    cost: 3_850,
    by: 'kev',
  },
  {
    key: 'nets',
    title: 'Football nets and lines',
    what: 'New goals and proper lines on Elm Field, put up by the Sunday team.',
    why: 'We play between jumpers.',
    cost: 1_280,
    by: 'tomasz',
  },
  {
    key: 'drive',
    title: 'Learn to drive fund',
    what: 'Half the price of ten lessons for 20 people who need to drive for work.',
    why: 'The warehouse jobs start at five. There is no bus at five.',
    cost: 8_000,
    by: 'nasreen',
  },
  {
    key: 'planters',
    title: 'Planters on Baker Street',
    what: 'Twelve wooden planters, made and watered by the school gardening club.',
    why: 'The street is grey, and the children asked.',
    cost: 2_150,
    by: 'grace',
  },
  {
    key: 'english',
    title: 'English over coffee',
    what: 'Two mornings a week, with childcare, for people new to English.',
    why: 'I learnt English from television. It took ten years.',
    cost: 4_600,
    by: 'halina',
  },
  {
    key: 'cctv',
    title: 'CCTV at the garages',
    what: 'Two cameras on the garage block in Mill Lane.',
    why: 'Eleven cars were broken into this year.',
    cost: 11_500,
    by: 'len',
  },
  {
    key: 'stories',
    title: 'Remembering Kettlewick',
    what: 'Older people tell their stories, young people film them.',
    why: 'When Mrs Hale died, a hundred years of this street went with her.',
    cost: 2_900,
    by: 'bev',
  },
];
