import type { English } from "../en.ts";

export const reply: English["reply"] = {
  title: "الرد",
  to: "الرد على",
  label: "ردّك",
  hint: "تنشره مدونتك تحت التعليق. بعد إرساله لا يمكن التراجع عنه من هنا.",
  approves: "ويُقبل التعليق معه.",
  send: "رُدّ",
  approveAndSend: "اقبل ورُدّ",
  toAnswer: "رُدّ في المدونة",
  toApproveAndAnswer: "اقبل ورُدّ في المدونة",
  answered: "رُدَّ عليه",
  withdrawn: "لم يُرسل: لم يعد التعليق منشورًا.",
  notTaken: "لا يمكن الرد على هذا التعليق من هنا: موقعه لا يرسل ردودًا. المفتاح في تبويب «الاتصال».",
};
