interface ImportMetaEnv {
  readonly REPOSITORY_URL?: string;
}
