// Every word on the page, in three languages. The page names nobody: no product, no newsroom.

export type Lang = "ko" | "en" | "zh";
type Words = Record<string, [ko: string, en: string, zh: string]>;

const WORDS: Words = {
  title: ["편지", "A letter", "信"],
  clear: ["모두 지우기 (Esc 두 번)", "Clear everything (Esc twice)", "全部清除（按两次 Esc）"],
  warn1: [
    "이 파일을 가지고 있는 것 자체가 증거가 될 수 있습니다. 다 쓰면 지우고, 휴지통도 비우십시오.",
    "Holding this file is itself evidence. When you are done, delete it, and empty the bin too.",
    "持有这个文件本身就可能成为证据。用完请删除，并清空回收站。",
  ],
  warn2: [
    "이 쪽은 인터넷에 아무것도 보내지 않고 아무것도 저장하지 않습니다. 봉한 파일은 당신이 직접 전합니다. 지운 파일도 기기에서 되살려질 수 있습니다.",
    "This page sends nothing and stores nothing. You pass the sealed file on yourself. What was deleted can sometimes be brought back from a device.",
    "本页不发送任何内容，也不保存任何内容。封好的文件由您自己传递。已删除的文件有时仍可从设备中恢复。",
  ],
  text: ["무슨 일이 있었습니까?", "What happened?", "发生了什么？"],
  textHelp: [
    "언제, 어디서, 몇 명이, 어떻게 아십니까. 확실하지 않으면 확실하지 않다고 쓰십시오. 이름과 전화번호는 쓰지 마십시오.",
    "When, where, how many people, and how you know. Where you are not sure, say so. Leave out names and telephone numbers.",
    "何时、何地、多少人、您如何得知。不确定的请注明不确定。不要写姓名和电话号码。",
  ],
  told: ["들은 날 (시각은 쓰지 않음)", "Day you heard or saw it (never the hour)", "得知的日期（不写时间）"],
  basis: ["어떻게 아십니까?", "How do you know?", "您如何得知？"],
  basisNone: ["고르지 않음", "not said", "不说明"],
  eyewitness: ["직접 보았다", "I saw it", "亲眼所见"],
  secondHand: ["본 사람에게 들었다", "someone who was there told me", "当事人告诉我的"],
  rumour: ["소문으로 들었다", "it is talked about", "听说的传闻"],
  series: ["이어지는 이야기", "A story in several letters", "分几封写"],
  seriesHelp: [
    "먼저 보낸 편지의 번호표가 있으면 여기에 적으십시오. 없으면 비워 두면 새로 만듭니다.",
    "If an earlier letter had a mark, write it here. Leave it empty and a new one is made.",
    "如果之前的信有编号，请填在这里；没有则留空，会新建一个。",
  ],
  mark: ["번호표", "mark", "编号"],
  instalment: ["몇 번째 편지", "which letter this is", "第几封"],
  last: ["이것이 마지막", "this is the last", "这是最后一封"],
  photos: ["사진", "Photos", "照片"],
  photosHelp: [
    "사진은 작게 새로 그려져, 찍은 기기와 곳의 정보가 남지 않습니다. 사진에 보이는 것은 그대로 남습니다.",
    "Photos are drawn anew and smaller, so that nothing of the camera or the place goes along. What can be seen in them stays.",
    "照片会重新绘制并缩小，不带相机和地点信息。画面中能看到的仍会保留。",
  ],
  reply: ["답장을 받을 낱말", "Words for a reply", "接收回信的词"],
  replyHelp: [
    "낱말 열두 개를 외우거나 적어 두면 그것으로만 답장이 열립니다. 아무도 다시 알려 줄 수 없습니다. 비워 두면 답장은 없습니다.",
    "Twelve words, learned by heart or written down, open the reply; nothing else does, and nobody can tell you them again. Leave it empty for no reply.",
    "十二个词，记住或抄下，只有它们能打开回信；没有人能再告诉您。留空则没有回信。",
  ],
  makeWords: ["낱말 만들기", "Make twelve words", "生成十二个词"],
  preview: ["봉해질 것", "What will be sealed", "将被封存的内容"],
  previewSize: [
    "봉하면 정확히 {size} 크기의 파일이 됩니다. 다른 편지들도 같은 크기입니다.",
    "Sealed, it is a file of exactly {size}, as other letters are.",
    "封好后正好是 {size}，与其他信大小相同。",
  ],
  seal: ["봉하기", "Seal", "封存"],
  sealing: ["봉하는 중…", "Sealing …", "正在封存…"],
  sealed: ["봉했습니다.", "Sealed.", "已封存。"],
  keepMark: ["다음 편지에 적을 번호표: {mark}", "Mark for the next letter: {mark}", "下一封信的编号：{mark}"],
  hash: ["확인 번호", "check number", "校验码"],
  saveFile: ["파일 하나로 저장", "Save as one file", "存为一个文件"],
  saveParts: ["나누어 저장", "Save in parts", "分成几份保存"],
  partSize: ["한 조각의 글자 수", "letters in a part", "每份字符数"],
  showCodes: ["네모 부호로 보이기", "Show as square codes", "显示为二维码"],
  codesHelp: [
    "차례로 찍으면 됩니다. 짧은 글에만 됩니다.",
    "Photograph them one after another. For short texts only.",
    "依次拍下即可，仅适用于短文。",
  ],
  open: ["답장 열기", "Open a reply", "打开回信"],
  openHelp: [
    "답장이 있는 곳: /m/{address} — 거기서 저장한 파일을 고르십시오.",
    "The reply lies at /m/{address} — choose the file that you saved from there.",
    "回信位于 /m/{address} — 请选择从那里保存的文件。",
  ],
  openFile: ["답장 파일", "Reply file", "回信文件"],
  openNow: ["열기", "Open", "打开"],
  nothing: ["이 낱말로 온 답장은 아직 없습니다.", "There is nothing for these words yet.", "这些词还没有回信。"],
  until: ["이 쪽은 {day}까지 쓸 수 있습니다.", "This page can be used until {day}.", "本页可使用至 {day}。"],
  signer: ["받는 곳의 지문: {print}", "Fingerprint of those who receive: {print}", "收件方指纹：{print}"],
  "refused.recipients": ["받는 곳이 없습니다.", "This page has nobody to seal to.", "本页没有收件人。"],
  "refused.mixed": [
    "받는 곳의 열쇠 종류가 섞여 있어 봉하지 않았습니다.",
    "Not sealed: the receivers' keys are of two kinds, and the weaker would open it.",
    "未封存：收件方的密钥种类混用。",
  ],
  "refused.large": [
    "너무 큽니다. 사진을 빼거나 편지를 나누십시오. 쓴 것은 그대로 있습니다.",
    "Too much for one letter. Take out photos or write several letters. What you wrote is still here.",
    "内容过大。请减少照片或分几封信。您写的内容仍在。",
  ],
  "refused.ended": [
    "이 쪽은 너무 오래되었습니다. 새것을 받으십시오. 아무것도 봉하지 않았습니다.",
    "This page is too old. Ask for a new one. Nothing was sealed.",
    "本页已过期，请索取新的。未封存任何内容。",
  ],
  "refused.signature": [
    "이 쪽의 열쇠가 바뀌었습니다. 쓰지 말고 지우십시오.",
    "The keys in this page were changed. Do not use it; delete it.",
    "本页的密钥已被更改。请勿使用，请删除。",
  ],
  "refused.photo": [
    "{name}: 사진으로 읽을 수 없어 넣지 않았습니다.",
    "{name}: could not be read as a photo and was left out.",
    "{name}：无法作为照片读取，未加入。",
  ],
  "refused.canvas": [
    "이 브라우저는 사진을 새로 그리게 두지 않습니다. 사진 없이 보내거나 다른 브라우저를 쓰십시오.",
    "This browser does not let photos be drawn anew. Write without photos, or use another browser.",
    "此浏览器不允许重新绘制照片。请不带照片书写，或换浏览器。",
  ],
  "refused.phrase": [
    "낱말 열두 개가 맞지 않습니다. 한 낱말이라도 틀리면 열리지 않습니다.",
    "These are not twelve words of the list. One wrong word is enough.",
    "这不是词表中的十二个词，错一个也不行。",
  ],
  "refused.damaged": [
    "파일이 상했습니다. 다시 저장해 보십시오.",
    "The file is damaged. Try saving it again.",
    "文件已损坏，请重新保存。",
  ],
  "refused.empty": ["아직 쓴 것이 없습니다.", "Nothing is written yet.", "还没有内容。"],
};

const ORDER: Lang[] = ["ko", "en", "zh"];

export function say(key: string, lang: Lang, fill: Record<string, string> = {}): string {
  const text = WORDS[key]?.[ORDER.indexOf(lang)] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? "");
}

export function langOf(wanted: readonly string[]): Lang {
  for (const one of wanted) {
    const found = ORDER.find((lang) => one.toLowerCase().startsWith(lang));
    if (found) return found;
  }
  return "en";
}
