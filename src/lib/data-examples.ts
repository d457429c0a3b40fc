/** A piece of code that reads the data, as a reader would paste it. */
export interface DataExample {
  id: string;
  heading: string;
  text: string;
}

/** The examples of the page on the data; `home` is the whole address of the site, with a slash at its end. */
export const dataExamplesOf = (home: string): DataExample[] => [
  {
    id: 'curl',
    heading: 'curl',
    text: `# One code with its causes and fixes
curl -s ${home}codes/486.json

# The codes that a gateway turns into Q.850 cause 17
curl -s ${home}codes.json | jq -r '.[] | select(.isup.toCause == 17) | "\\(.code) \\(.reasonPhrase)"'`,
  },
  {
    id: 'javascript',
    heading: 'JavaScript',
    text: `const answer = await fetch('${home}codes.json');
const codes = new Map((await answer.json()).map((entry) => [entry.code, entry]));

const { reasonPhrase, summary, retry } = codes.get(486);
console.log(\`\${reasonPhrase}: \${summary}\`);
console.log(\`Try again? \${retry.advice} (RFC \${retry.rfc}, \${retry.section})\`);`,
  },
  {
    id: 'python',
    heading: 'Python',
    text: `import json
from urllib.request import urlopen

with urlopen("${home}codes.json") as answer:
    codes = {entry["code"]: entry for entry in json.load(answer)}

busy = codes[486]
print(f"{busy['reasonPhrase']}: {busy['summary']}")
print("Confused with", ", ".join(str(other["code"]) for other in busy["lookalikes"]))`,
  },
];
