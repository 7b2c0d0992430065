declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const porter: { stem(word: string): string; tokenizeAndStem(text: string): string[] };
  export default porter;
}
declare module "natural/lib/natural/util/stopwords.js" {
  const stopwords: { readonly words: readonly string[] };
  export default stopwords;
}
declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export default class BayesClassifier {
    addDocument(text: string | readonly string[], label: string): void;
    train(): void;
    classify(text: string): string;
    textToFeatures(words: readonly string[]): number[];
    readonly classifier: {
      readonly classFeatures: Readonly<Record<string, readonly number[]>>;
      readonly classTotals: Readonly<Record<string, number>>;
      readonly totalExamples: number;
      readonly smoothing: number;
    };
  }
}
declare module "natural/lib/natural/stemmers/porter_stemmer_*.js" {
  const porter: { stem(word: string): string };
  export default porter;
}
