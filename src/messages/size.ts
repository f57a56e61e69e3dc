/** `35.8 MB`, in both languages. */
export function sizeText(bytes: number): string {
  const unit = UNITS.findLast(({ least }) => bytes >= least);
  return unit ? `${(bytes / unit.least).toFixed(1)} ${unit.name}` : `${bytes} B`;
}

const UNITS = [
  { name: 'KB', least: 1e3 },
  { name: 'MB', least: 1e6 },
  { name: 'GB', least: 1e9 },
];
