import type { English } from "../en.ts";

export const wire: English["wire"] = {
  title: "صِل مدونتك",
  link: "صِل مدونتك: ووردبريس أو برنامجك الخاص",
  newBlog: "صِل مدونة ووردبريس",
  newBlogHint: "يُنشأ موقعها عندما تتصل.",
  sites: "المواقع",
  newSite: "مدونة ليست هنا بعد: يُنشأ موقعها عندما تتصل.",
  wordPress: "ووردبريس مع إضافة Hamlet",
  upload: "يُرفع في wp-admin من «إضافات ← أضف جديدًا ← رفع إضافة»، ثم يُفعّل.",
  settings: "في wp-admin، «الإعدادات ← Hamlet»: هذا العنوان ورمز لمرة واحدة.",
  address: "العنوان",
  codeOnce: "رمز لمرة واحدة: يصلح مرة واحدة خلال عشر دقائق",
  make: "أنشئ رمزًا لمرة واحدة",
  another: "رمز آخر",
  hint: "به تجلب المدونة مفتاحها بنفسها. الرمز الجديد يحل محل السابق.",
  akismet: "ووردبريس مع إضافة Akismet الموجودة أصلًا",
  akismetKey: "«الإعدادات ← Akismet Anti-spam ← إدخال مفتاح API يدويًا»: مفتاح Akismet لهذا الموقع.",
  toKey: "أنشئ مفتاح Akismet",
  others: "أي مدونة أخرى",
  othersText: "يرسل برنامجها كل تعليق مع مفتاح الموقع.",
};
