const repository = import.meta.env.REPOSITORY_URL?.replace(/\/$/, '');

/** Where a reader edits a file of the repository; undefined where REPOSITORY_URL is not set at build. */
export const editUrlOf = (file: string): string | undefined =>
  repository ? `${repository}/edit/main/${file}` : undefined;
