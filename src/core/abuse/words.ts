/** Folded words that insult a person in nearly every use. Short on purpose: a false alarm is worse than a miss. */
export const insults: readonly string[] =
  "asshole assholes bastard bitch bitches cunt cunts dickhead dumbass dumbfuck fag faggot faggots fucker fuckface fuckhead idiot imbecile jackass moron motherfucker nigger niggers pussy retard retarded scumbag shithead slut twat wanker whore arschloch hurensohn wichser missgeburt fotze connard salope encule batard imbecil hijodeputa puta pendejo cabron gilipollas otario viado desgracado стерва мудак сука пидор".split(
    " ",
  );

/** Folded phrases that threaten. */
export const threats: readonly string[] = [
  "kill yourself",
  "i will kill you",
  "i'll kill you",
  "i will find you",
  "i know where you live",
  "hope you die",
  "you should die",
  "deserve to die",
  "go die",
  "burn in hell",
  "going to hurt you",
  "ich bring dich um",
  "je vais te tuer",
  "te voy a matar",
  "vou te matar",
];
