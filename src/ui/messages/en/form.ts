/** For readers of a blog whose comments come straight to Hamlet: why one was not taken. */
export const form = {
  notSent: "Your comment was not sent",
  faults: {
    noForm: "This blog takes no comments here.",
    noChallenge: "This blog asks for no proof of work.",
    elsewhere: "It came from a page that is not this blog’s.",
    unreadable: "The form is too long, or cannot be read.",
    noPage: "The form does not say which page of this blog it belongs to. Tell the blog’s owner.",
    empty: "There is no text in it.",
    fields: "Some of it is too long or not in order.",
    tooMany: "Many comments came from your network just now. Send it again in a minute.",
    tomorrow: "This blog has taken all the comments that it can today. Send it again tomorrow.",
    unstored: "It could not be stored just now. Send it again in half a minute.",
    notYours: "Only the browser that a comment came from can change it.",
    tooLate: "A comment can be changed for 15 minutes after it was sent. They are over.",
    gone: "This comment is not there any more.",
    decided: "Somebody has decided on this comment meanwhile. It cannot be changed any more.",
    often: "This comment was changed five times. It stays as it is.",
  },
  yours: "Your text",
  again: "Send it again",
  back: "Back to the page",
};
