/**
 * What the script on the queue page says; {n} stands for a number, {x} for a word. It reads them from the
 * page.
 */
export const script = {
  offline: "No connection. Nothing was changed.",
  offlineBar: "No connection. Nothing can be decided until it is back.",
  noAnswer: "No answer came, so it may be done or not. Try again to see.",
  again: "Try again",
  ended: "Your session has ended. Nothing was changed.",
  signIn: "Sign in",
  failed: "That did not work. Nothing was changed.",
  undo: "Undo",
  undone: "Undone",
  undoneMany: "Undone: {n} comments",
  change: "Change it: {x}",
  alikeToo: "Also apply to {n} like this",
  selected: "Selected: {n}",
  progress: "{n} of {x}",
  came: "New comments: {n}. Show them",
  saving: "…",
  notChanged: "Not changed: {n}",
  confirm: "Do this to {n} comments? One undo takes all of it back.",
  keysTitle: "Keys",
  keysOn: "Keys are on",
  keysHow:
    "A letter is the one printed on its key; on Cyrillic, Greek, Arabic, Hebrew and other such keyboards, the one that an English keyboard has there. Caps Lock changes nothing, and a key held down works once. With Ctrl, Alt or Cmd, in a field and while you compose text, keys are the browser’s. Deciding on a whole page asks first.",
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
