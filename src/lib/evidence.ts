import { citationLabelOf, citationUrlOf } from './citation.ts';
import { publishedCapture } from './captures.ts';
import type { Evidence } from './code-schema.ts';
import { pathTo } from './paths.ts';

/** The address of a piece of evidence; undefined where it has none of its own. */
export function evidenceUrlOf(evidence: Evidence): string | undefined {
  if ('rfc' in evidence) return citationUrlOf(evidence);
  if ('url' in evidence) return evidence.url;
  if ('capture' in evidence) {
    const published = publishedCapture(evidence.capture);
    return published && pathTo(published.text ?? published.packets);
  }
  const { repository, path, line, commit } = evidence;
  return `https://github.com/${repository}/blob/${commit}/${path}${line ? `#L${line}` : ''}`;
}

/** What readers see of it: "baresip src/ua.c:734 at 044dd4e", "livekit/sip issue 484", "manualshive.com". */
export function evidenceLabelOf(evidence: Evidence): string {
  if ('rfc' in evidence) return citationLabelOf(evidence);
  if ('capture' in evidence) return `capture ${evidence.capture}`;
  if ('repository' in evidence) {
    const { repository, path, line, commit } = evidence;
    return `${repository.split('/')[1]} ${path}${line ? `:${line}` : ''} at ${commit.slice(0, 7)}`;
  }
  if (evidence.title) return evidence.title;
  const url = new URL(evidence.url);
  const thread = url.href.match(/^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(issues|pull|discussions)\/(\d+)/);
  if (thread)
    return `${thread[1]} ${{ issues: 'issue', pull: 'pull request', discussions: 'discussion' }[thread[2] ?? ''] ?? ''} ${thread[3]}`;
  const file = url.href.match(/^https:\/\/github\.com\/[\w.-]+\/([\w.-]+)\/(?:blob|raw)\/[^/]+\/(.+?)(?:#.*)?$/);
  return file ? `${file[1]} ${file[2]}` : url.hostname.replace(/^www\./, '');
}
