import type { Flow } from '../../src/sip/flow.ts';
import type { Cause, Comparison, Reference, Stack, StatusCode, Symptom } from '../../src/lib/model.ts';

/** Texts that attack one format or another. None of them is a formula by its grammar alone; that is planted too. */
export const attacks = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--',
  ']]><x>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<javascript:alert(1)>',
  'www.evil.example and https://evil.example/ and eve@evil.example',
  '# heading',
  '---',
  '1. item',
  '```\n<script>alert(1)</script>\n```\n',
  '~~~\n</code><script>alert(1)</script>',
  '| a | b |\n| - | - |',
  '[x]: javascript:alert(1)',
  '=HYPERLINK("https://evil.example","x")',
  '+1',
  '-1+1|cmd',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  '",=1+1,"',
  '\u0000\u0008\u2028\ufffe',
];

const cited = { rfc: 3261, section: '21' };

/** A reference of one code, stack, comparison, symptom and cause, with one text wherever an author writes freely. */
export function plantedReference(text: string): Reference {
  const flow: Flow & { text: string } = {
    title: text,
    codes: [486],
    transport: 'UDP',
    parties: [],
    passwords: [],
    events: [],
    faults: [],
    text,
  };
  const source = { url: 'https://example.org/a', title: text };
  const status = {
    code: 486,
    class: '4xx',
    reasonPhrase: text,
    otherPhrases: [text],
    summary: text,
    registration: 'registered',
    definedIn: [{ ...cited, part: text }],
    attestedBy: [source],
    history: [{ change: text, ...cited }],
    methods: ['INVITE'],
    sentBy: ['uas'],
    headerFields: [{ name: 'Retry-After', presence: 'optional', purpose: text, ...cited }],
    retry: { when: 'no', advice: text, ...cited },
    dialogEffect: 'depends',
    dialogNote: text,
    forking: { effect: text, ...cited },
    isup: { toCause: 17, fromCauses: [17], note: text },
    lookalikes: [{ code: 486, difference: text }],
    aliases: [text],
    misconceptions: [{ said: text, fact: text, ...cited }],
    origin: { clues: [{ see: text, means: text }], offTheWire: [{ when: text }] },
    normal: text,
    numbers: [{ what: text, value: text, source }],
    causes: [
      {
        cause: text,
        likelihood: 'rare',
        where: ['pbx'],
        proof: text,
        fixes: [{ by: 'caller', fix: text }],
        confirm: text,
        sources: [source],
      },
    ],
    collect: [text],
    citations: {},
    sources: [{ ...cited, part: text }],
    changes: [{ date: '2026-01-02', what: text }],
    file: 'content/codes/486.mdx',
    flow,
    entry: { body: `## Meaning\n\n${text}` },
  } as unknown as StatusCode;
  const fact = { is: 'sends', code: 486, text, value: text, path: text, line: 1 } as const;
  const stack = {
    slug: 'stack',
    name: text,
    about: text,
    role: 'pbx',
    repository: 'a/b',
    commit: '0'.repeat(40),
    read: '2026-01-02',
    facts: [fact],
    seen: [{ code: 486, phrase: text, version: text, captures: ['000-none'], note: text }],
  } as unknown as Stack;
  const comparison = {
    id: '486-486',
    codes: [status],
    difference: text,
    rules: [{ when: text, send: 486 }],
    clues: [text],
    inPractice: text,
    sources: [source],
  };
  const branch = { see: text, means: text, codes: [486], act: text, proof: text, sources: [source] };
  const symptom = {
    slug: 'symptom',
    title: text,
    summary: text,
    lookFirst: [text],
    branches: [branch],
    sources: [source],
  };
  const cause = {
    cause: 17,
    name: text,
    meaning: text,
    isup: [{ code: 486, when: text, ...cited }],
    qsig: [],
    fromSip: [status],
    fromSipWhen: [{ code: 486, when: text, ...cited }],
    misprint: { printed: text, meant: text, ...cited },
    note: text,
    aliases: [text],
    stackFacts: [{ ...fact, code: undefined, stack }],
  };
  return {
    codes: [status],
    classes: [{ class: '4xx', name: text }],
    comparisons: [comparison as unknown as Comparison],
    symptoms: [symptom as unknown as Symptom],
    causes: [cause as unknown as Cause],
    stacks: [stack],
    headerFields: [],
  } as unknown as Reference;
}
