/**
 * What the script on the queue page says; {n} stands for a number, {x} for a word. It reads them from the
 * page.
 */
export const script = {
  offline: "No connection. Nothing was changed.",
  offlineBar: "No connection. Decisions wait until it is back.",
  again: "Try again",
  ended: "Your session has ended. Nothing was changed.",
  signIn: "Sign in",
  failed: "That did not work. Nothing was changed.",
  undo: "Undo",
  undone: "Undone",
  change: "Change it: {x}",
  alikeToo: "Also apply to {n} like this",
  selected: "Selected: {n}",
  progress: "{n} of {x}",
  came: "New comments: {n}. Show them",
  saving: "…",
  confirm: "Do this to {n} comments? One undo takes all of it back.",
  keysTitle: "Keys",
  keysOn: "Keys are on",
  keys: {
    move: "next, previous",
    decide: "approve, spam, discard",
    select: "select, all",
    selection: "approve, spam, discard those selected",
    undo: "undo",
    open: "open",
    search: "search",
    tabs: "tabs",
    focus: "one by one",
    trust: "trust, block the author",
    skip: "skip",
    help: "this",
  },
  close: "Close",
  counted: "{n} of {x}",
};
