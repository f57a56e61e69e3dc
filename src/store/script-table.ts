import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Traditional characters as simplified ones, by the tables of OpenCC. */
export const toSimplified = (text: string): string => convert(text);
