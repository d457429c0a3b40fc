/** Why a page is an answer, and how strongly. */
export interface Signal {
  path: string;
  score: number;
  /** In a few words for the reader: "Q.850 cause 17". */
  why: string;
}

/** Weights of what is certain, in the order in which it wins; words alone score 0 to 100. */
export const weight = {
  comparison: 1100,
  explicitCode: 1000,
  constant: 900,
  relatedComparison: 890,
  class: 880,
  phraseIs: 800,
  aliasIs: 740,
  phraseWithin: 600,
  cause: 560,
  fromCause: 520,
  toCause: 480,
  section: 450,
  definedIn: 430,
  phraseBegun: 440,
  aliasWithin: 420,
  field: { required: 400, conditional: 380, recommended: 370, optional: 350 },
  fieldPage: 300,
  codesOfClass: 300,
  cites: 120,
};
