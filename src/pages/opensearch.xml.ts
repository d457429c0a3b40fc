import type { APIRoute } from 'astro';
import { pathTo, searchPath } from '../lib/paths.ts';
import { xmlAnswerOf, xmlTextOf } from '../lib/xml.ts';

export const GET: APIRoute = ({ site }) => {
  const addressOf = (path: string) => xmlTextOf(new URL(path, site).href);
  return xmlAnswerOf(
    [
      '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
      '<ShortName>SIP codes</ShortName>',
      '<LongName>SIP Status Codes</LongName>',
      '<Description>Search SIP response codes by number, phrase, Q.850 cause, header field, symptom or pasted message.</Description>',
      '<InputEncoding>UTF-8</InputEncoding>',
      '<Language>en</Language>',
      `<Image width="16" height="16" type="image/svg+xml">${addressOf(pathTo('/favicon.svg'))}</Image>`,
      `<Url type="text/html" template="${addressOf(searchPath())}?q={searchTerms}"/>`,
      `<Url type="application/opensearchdescription+xml" rel="self" template="${addressOf(pathTo('/opensearch.xml'))}"/>`,
      '</OpenSearchDescription>',
    ],
    'application/opensearchdescription+xml',
  );
};
