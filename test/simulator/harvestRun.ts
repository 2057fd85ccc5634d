/** Harvests a pipeline and prints what it cost as JSON: `harvestRun PIPELINE STATE OUTPUT fetch|all`. */
import { readPipeline, runPipeline } from '../../src/pipeline/index.js';

const SAMPLE_MS = 100;
const MIB = 1024 * 1024;

const [file, stateFolder, outputFolder, extent] = process.argv.slice(2);
if (file === undefined || stateFolder === undefined || outputFolder === undefined)
  throw new Error('usage: harvestRun PIPELINE STATE OUTPUT fetch|all');
let peak = 0;
const samples: number[] = [];
const timer = setInterval(() => {
  const now = process.memoryUsage.rss() / MIB;
  peak = Math.max(peak, now);
  samples.push(Math.round(now));
}, SAMPLE_MS);
const started = performance.now();
const report = await runPipeline(await readPipeline(file), { stateFolder, outputFolder, fetchOnly: extent === 'fetch', force: true });
const seconds = (performance.now() - started) / 1000;
clearInterval(timer);
const own = process.cpuUsage();
const children = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (own.user + own.system) / 1e6,
    peakMb: Math.round(Math.max(peak, children.maxRSS / 1024)),
    found: report.found,
    failed: report.failed.length,
    memory: samples.filter((_, at) => at % Math.max(1, Math.floor(samples.length / 40)) === 0),
  }),
);
process.exit();
