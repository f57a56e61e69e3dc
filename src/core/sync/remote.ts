/** Where the other copy lies: a folder that the file system reaches, or what git reaches by itself. */
export type Remote = { readonly kind: 'path'; readonly path: string } | { readonly kind: 'url'; readonly url: string };

export type RemoteRefusal = 'empty' | 'control' | 'option' | 'helper' | 'scheme';

/**
 * What somebody typed as a remote. Nothing that git could take for an option or for a command is let through: a text
 * that begins with a dash, a host that does, and `ext::…` with its kin.
 */
export function parseRemote(text: string): Remote | RemoteRefusal {
  if (text.trim() === '') return 'empty';
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)) return 'control';
  if (text.startsWith('-')) return 'option';
  if (/^[a-z0-9+.-]+::/i.test(text)) return 'helper';
  const url = /^([a-z][a-z0-9+.-]+):\/\/(.*)$/i.exec(text);
  if (url) return ofUrl(text, (url[1] as string).toLowerCase(), url[2] as string);
  // `host:path` is for ssh, as git has it: a colon before any slash. One letter before it is a drive of Windows.
  const host = /^([^/\\:]{2,}):(.*)$/.exec(text);
  if (!host) return { kind: 'path', path: text };
  return isOption(host[1] as string) || (host[2] as string).startsWith('-') ? 'option' : { kind: 'url', url: text };
}

/** A remote as it may be shown: without the password that somebody wrote into it. */
export function withoutPassword(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)([^/\s]*)@/gi, (_, scheme: string, user: string) => {
    const [name = '', ...password] = user.split(':');
    return `${scheme}${name.length > LONGEST_NAME ? '***' : name}${password.length > 0 ? ':***' : ''}@`;
  });
}

/** What is longer and stands in the place of a name is a token. */
const LONGEST_NAME = 16;

const SCHEMES = ['https', 'http', 'ssh', 'git', 'git+ssh', 'ssh+git'];

function ofUrl(text: string, scheme: string, rest: string): Remote | RemoteRefusal {
  if (scheme === 'file') return ofFileUrl(rest);
  if (!SCHEMES.includes(scheme)) return 'scheme';
  const host = (rest.split('/')[0] as string).replace(/^.*@/, '');
  return host === '' || isOption(host) || isOption(rest) ? 'option' : { kind: 'url', url: text };
}

/** `file:///media/stick/quiz.git`, where `%20` is a space. */
function ofFileUrl(rest: string): Remote | RemoteRefusal {
  if (!rest.startsWith('/')) return 'scheme';
  try {
    const path = decodeURIComponent(rest);
    return /[\u0000-\u001f\u007f]/.test(path) ? 'control' : { kind: 'path', path };
  } catch {
    return { kind: 'path', path: rest };
  }
}

const isOption = (text: string): boolean => text.startsWith('-');
