// The first step of each command, in plain JavaScript: it has to run on the old Node that it refuses.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `This is Node ${process.versions.node}, and the build needs Node 24. The project brings its own as the package ` +
      '"node": run "npm ci" without --ignore-scripts, or install Node 24.',
  );
  process.exit(1);
}
