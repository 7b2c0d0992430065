import type { DemoComment } from "./demo-comment.ts";
import { bread, loops, tides } from "./posts.ts";

/** Comments that a blog is glad of. */
export const good: readonly DemoComment[] = [
  {
    about: "question with code",
    post: loops,
    author: { name: "Mira Holt" },
    content:
      'In the third listing, shouldn\'t it be `for (const row of rows)`? With `in` I get the indices as strings and the sum comes out as "0123". Or is that the point you are making?',
  },
  {
    about: "disagreement",
    post: tides,
    author: { name: "Jonas" },
    content:
      "I don't think the second bulge comes from the earth spinning. As I understand it, the far side is simply pulled less than the earth's centre, so it is left behind. Feynman has it that way round in the first volume. Did I misread your drawing?",
  },
  {
    about: "short thanks",
    post: bread,
    author: { name: "Ines" },
    content: "Thank you, this is the first loaf that my children finished.",
  },
  {
    about: "personal story",
    post: bread,
    author: { name: "Walter Prinz" },
    content:
      "My grandmother kept her starter in a jar on the window sill and fed it every evening after the news. When she died I took the jar home on the train, wrapped in a towel, and everybody in the compartment wanted to know what smelled so sour. It is nine years now and it still rises. I only learned from you that it may stay in the fridge for a week, and I am a little ashamed of all the flour I threw away.",
  },
  {
    about: "correction",
    post: tides,
    author: { name: "C. Okafor", url: "https://okafor.example" },
    content:
      "Small correction: the spring tide comes one to two days after the full moon, not on the day itself. The water needs time. See the tables of any harbour office.",
  },
  {
    about: "link to documentation",
    post: loops,
    author: { name: "Tom Berger" },
    content:
      "For the record, the order of keys is specified since ES2015: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Statements/for...in has the details. I had to look it up for a code review last week.",
  },
  {
    about: "reply to somebody",
    post: tides,
    author: { name: "Mira Holt" },
    parent: { content: "Did I misread your drawing?" },
    content:
      "@Jonas No, you read it right, I think the arrow on the left is missing. It took me three looks as well.",
  },
  {
    about: "German",
    post: bread,
    author: { name: "Annegret Voss" },
    content:
      "Bei mir wird die Kruste immer zu hart. Ich backe mit Umluft, 230 Grad. Liegt es daran, oder fehlt der Dampf? Eine Schale Wasser habe ich schon hineingestellt.",
  },
  {
    about: "French",
    post: tides,
    author: { name: "Hélène" },
    content:
      "Merci pour cette explication. Chez nous, à Saint-Malo, l'écart dépasse douze mètres et personne ne m'avait jamais dit pourquoi. La forme de la baie joue-t-elle un rôle ?",
  },
  {
    about: "Spanish",
    post: bread,
    author: { name: "Lucía Ferrer" },
    content:
      "Probé la receta con harina integral y la masa quedó muy líquida. ¿Cuánta agua le quitarías? En mi cocina hace mucho calor en verano, quizá sea eso.",
  },
  {
    about: "Portuguese",
    post: loops,
    author: { name: "Rafael" },
    content:
      "Uso `map` para quase tudo, mas concordo: quando há um efeito colateral, o laço simples diz melhor o que acontece. Obrigado pelo texto.",
  },
  {
    about: "Russian",
    post: tides,
    author: { name: "Ольга" },
    content:
      "Спасибо, наконец-то понятно. А почему в Балтийском море приливов почти не видно? Море слишком маленькое?",
  },
  {
    about: "Arabic",
    post: bread,
    author: { name: "سلمى" },
    content:
      "جربت الوصفة أمس وكانت النتيجة رائعة، لكن العجين احتاج إلى ساعتين إضافيتين لأن المطبخ بارد. هل أستعمل ماء دافئا في المرة القادمة؟",
  },
  {
    about: "Hebrew",
    post: loops,
    author: { name: "נועה" },
    content:
      "יש לי שאלה לגבי הדוגמה השנייה: האם לא עדיף להוציא את התנאי מהלולאה? כך הקוד קצר יותר וגם קל יותר לקריאה.",
  },
  {
    about: "Chinese",
    post: tides,
    author: { name: "林晓" },
    content: "原来潮汐每天两次是这个原因，以前课本上讲得太简单了。请问为什么有的海湾一天只有一次潮？",
  },
  {
    about: "Japanese",
    post: bread,
    author: { name: "佐藤" },
    content:
      "冷蔵庫で一晩寝かせる方法を試しました。香りがとてもよくなりましたが、少し酸っぱくなりすぎました。時間を短くした方がいいでしょうか。",
  },
  {
    about: "Hindi",
    post: loops,
    author: { name: "अनीता" },
    content:
      "लेख के लिए धन्यवाद। क्या आप बता सकते हैं कि दूसरे उदाहरण में चर का नाम क्यों बदला गया है? मुझे पहला नाम अधिक स्पष्ट लगा।",
  },
  {
    about: "heated, not abusive",
    post: loops,
    author: { name: "pvdh" },
    content:
      "Sorry, but this is exactly the kind of advice that makes code reviews take a week. Nobody reads loops aloud. Measure something or leave it.",
  },
];
