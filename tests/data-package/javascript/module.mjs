import { causes, codes, lookUp } from 'sip-status-codes-data';
import entries from 'sip-status-codes-data/codes.json' with { type: 'json' };

console.log(
  JSON.stringify({
    codes: codes.length,
    causes: causes.length,
    entries: entries.length,
    found: [486, '486', 'Busy Here', 'busy here', ' SIP/2.0 486 Busy Here', '486 Occupé'].map(
      (what) => lookUp(what)?.code,
    ),
    notFound: [499, '499', '4860', 'No Such Phrase', '', 'constructor', '__proto__'].map(
      (what) => lookUp(what) ?? null,
    ),
    shared: lookUp('Not Acceptable').code,
    cause: causes.find(({ cause }) => cause === 17).name,
  }),
);
