'use strict';

const codes = require('./codes.json');
const causes = require('./causes.json');

const byCode = new Map(codes.map((status) => [status.code, status]));

// Where two codes share a phrase, the lower code has it; registered phrases come before variants.
const byPhrase = new Map();
const add = (phrase, status) => {
  const key = phrase.toLowerCase();
  if (!byPhrase.has(key)) byPhrase.set(key, status);
};
for (const status of codes) add(status.reasonPhrase, status);
for (const status of codes) for (const phrase of status.otherPhrases) add(phrase, status);

function lookUp(what) {
  if (typeof what === 'number') return byCode.get(what);
  const text = String(what).trim();
  const [, digits] = /^(?:SIP\/2\.0[ \t]+)?(\d{3})(?:\s|$)/i.exec(text) ?? [];
  return digits === undefined ? byPhrase.get(text.toLowerCase()) : byCode.get(Number(digits));
}

module.exports = { codes, causes, lookUp };
