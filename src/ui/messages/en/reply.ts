/** Answering a comment on its blog. */
export const reply = {
  title: "Answer",
  to: "Answer",
  label: "Your answer",
  hint: "Your blog publishes it under the comment. Once it is sent it cannot be taken back here.",
  approves: "The comment is approved along with it.",
  send: "Answer",
  approveAndSend: "Approve and answer",
  toAnswer: "Answer on the blog",
  toApproveAndAnswer: "Approve and answer on the blog",
  answered: "Answered",
  withdrawn: "Not sent: the comment was not published any more.",
  notTaken:
    "This comment cannot be answered from here: its site does not send answers. The switch is on its Connection tab.",
};
