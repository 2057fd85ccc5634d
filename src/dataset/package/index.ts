export { changelog, type Release } from './changelog.js';
export { type PackageInfo, type PackageOptions, zPackageInfo } from './packageInfo.js';
export { failedAssertions, type ReleaseLimits } from './releaseAssertions.js';
export { type TableField, type TableSchema, tableSchema } from './tableSchema.js';
export {
  FIRST_VERSION,
  nextVersion,
  type VersionChanges,
  type VersionContent,
  versionChanges,
  versionContent,
  zVersionChanges,
  zVersionContent,
} from './versionHistory.js';
export { writePackage } from './writePackage.js';
