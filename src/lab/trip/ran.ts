/** Where a counted bundle notes the files whose functions run, and where it tells of them. */
export const RAN = "filesThatRan";
