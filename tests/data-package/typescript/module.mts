import { type Cause, causes, type Citation, codes, lookUp, type StatusCode } from 'sip-status-codes-data';

const busy: StatusCode | undefined = lookUp('Busy Here');
const cause: Cause | undefined = causes.find((entry) => entry.cause === busy?.isup.toCause);
const defined: Citation | undefined = busy?.definedIn[0];
const advice: Record<StatusCode['retry']['when'], string> = {
  no: 'give up',
  'after-change': 'change it',
  'after-delay': 'wait',
  elsewhere: 'go elsewhere',
  'not-applicable': 'nothing to do',
};
const methods = busy?.methods === 'any' ? ['any'] : (busy?.methods ?? []);

/** Never called: what the types must refuse. */
export function misuse(): void {
  // @ts-expect-error: there may be no such code
  lookUp(499).summary;
  // @ts-expect-error: nothing is looked up by a list
  lookUp([486]);
  // @ts-expect-error: the data is not to be changed
  codes[0] = codes[1];
  // @ts-expect-error: no such key
  busy?.title;
}

console.log(
  JSON.stringify({
    codes: codes.length,
    code: busy?.code,
    cause: cause?.name,
    rfc: defined?.rfc,
    advice: busy && advice[busy.retry.when],
    methods: methods.length,
  }),
);
