// What points at one person, as far as simple patterns see it. The server looks better, and again, when drafts are sent.

const A_DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const PERSONAL = [
  /(?:https?:\/\/|www\.)\S+/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
  /(?<![\p{L}\d])[a-z]{2} ?\d\d(?:[ .-]?[a-z\d]{4}){2,7}(?![\p{L}\d])/giu, // a bank account
  /(?:\+|\(?\d)(?:[ ./()-]{0,3}\d){7,13}/gu, // a phone, or a national number
  /(?<![\w@.])@\w[\w.]+/gu,
  /(?<=(?:mijn naam is|ik heet|my name is|i am called|i'm called|call me|je m'appelle|benim adım|ich heiße|me llamo|мене звати|казвам се|اسمي)\s+)[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/giu,
];

function personalDetails(text) {
  const found = PERSONAL.flatMap((pattern) => text.match(pattern) ?? []);
  return found.map((words) => words.trim()).filter((words) => !A_DAY.test(words));
}

function withoutPersonalDetails(text) {
  return personalDetails(text).reduce((left, words) => left.replaceAll(words, "…"), text);
}
