/** A category of Moodle as a topic: `$course$/top/安全/用电` is `安全/用电`. A doubled slash is one that parts nothing. */
export const categoryTopic = (path: string): string =>
  path
    .trim()
    .split(/(?<!\/)\/(?!\/)/)
    .map((step) => step.trim().replaceAll('//', '/'))
    .filter((step) => step !== '' && step !== 'top' && !/^\$\w+\$$/.test(step))
    .join('/');
