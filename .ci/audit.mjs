// Asks the registry for known advisories about all packages of the lock file. Ends with 1 where one is about a package whose
// code is in the program; those about tools of the workshop are named. A registry that has no audit is no finding, and is
// said to be none: nothing was looked up then.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const NOTICE = /(?:^|\n\n----\n\n)(\S+) (\S+) \(.+\)\n\n/g;
const notices = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
const bundled = new Set([...notices.matchAll(NOTICE)].map(([, name, version]) => `${name}@${version}`));

const args = ['audit', '--json', '--fetch-retries=1', '--fetch-timeout=30000'];
const { stdout } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const report = parsed(stdout);

if (!report.vulnerabilities) {
  console.log(
    `NOT AUDITED: ${said(report)}. No advisory was looked up for the ${bundled.size} packages in the program.`,
  );
} else {
  const found = Object.values(report.vulnerabilities).map((finding) => ({ ...finding, inside: insideOf(finding) }));
  for (const { name, severity, range, inside, via } of found) {
    const where = inside.length > 0 ? `in the program as ${inside.join(', ')}` : 'not in the program';
    console.log(`${severity}: ${name} ${range} (${where})${advisoriesOf(via)}`);
  }
  const hits = found.filter(({ inside }) => inside.length > 0).length;
  console.log(
    `Packages in the program: ${bundled.size}; with an advisory: ${hits}; tools with one: ${found.length - hits}`,
  );
  process.exitCode = hits > 0 ? 1 : 0;
}

/** Where the versions that an advisory is about lie in the tree, as far as their code went into the program. */
function insideOf({ name, nodes = [] }) {
  const versions = nodes.map((node) => JSON.parse(readFileSync(`${node}/package.json`, 'utf8')).version);
  return versions.map((version) => `${name}@${version}`).filter((each) => bundled.has(each));
}

function advisoriesOf(via = []) {
  const told = via.filter((each) => typeof each === 'object');
  return told.map(({ title, url }) => `\n  ${title} ${url}`).join('');
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function said({ message, error }) {
  return `the registry offers no audit (${message ?? error?.summary ?? error?.code ?? 'it did not answer'})`;
}
