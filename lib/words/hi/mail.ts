import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{merchant} की ओर से आपके लिए {amount}',
  'mail.invitation.words': '{merchant} आपको {network} पर {amount} का भुगतान कर रहा है। इसे पाने के लिए यह पेज खोलें:',
  'mail.reminder.subject': '{merchant} से {amount} अब भी आपका इंतज़ार कर रहा है',
  'mail.reminder.words': '{merchant} के पास {network} पर आपके लिए अब भी {amount} है। इसे पाने के लिए यह पेज खोलें:',
  'mail.link.subject': '{merchant} से {amount} पाने का आपका लिंक',
  'mail.link.words': 'यह {merchant} से {network} पर {amount} पाने का आपका लिंक है:',
  'mail.undone.subject': 'नेटवर्क ने {merchant} का {amount} का भुगतान पलट दिया',
  'mail.undone.words':
    '{merchant} ने आपको {amount} का भुगतान किया था। बाद में {network} ने वह भुगतान पलट दिया; ऐसा बहुत कम होता है और इसमें किसी की गलती नहीं है।',
  'mail.undone.reserved': 'यह राशि फिर से आपके लिए सुरक्षित है। इसे पाने के लिए यह पेज खोलें:',
  'mail.undone.over': 'आपका लिंक अब काम नहीं करता। {merchant} से दोबारा भुगतान करने के लिए कहें।',
  'mail.link.button': '{amount} लें',
  'mail.link.purpose': 'भुगतान करने वाले के अनुसार किसलिए: {description}',
  'mail.link.onlyYou':
    'पेज एक कोड माँगता है, जो हम इसी पते पर भेजते हैं। इसलिए केवल इस लिंक से किसी को पैसा नहीं मिलता, और इसे केवल आप पा सकते हैं।',
  'mail.link.until': 'लिंक {time} तक चलता है।',
  'mail.link.notYours':
    'अगर आपको भुगतान करने वाले से किसी चीज़ की उम्मीद नहीं है, तो पेज खोलकर बताएँ कि यह आपके लिए नहीं है, या कुछ न करें।',
  'mail.code.subject': '{code}: {host} के लिए आपका कोड',
  'mail.code.words':
    '{host} पर एक ब्राउज़र वह {amount} माँग रहा है, जो {merchant} इस मेलबॉक्स के मालिक को दे रहा है। अगर वह आप हैं, तो यह कोड वहाँ लिखें:',
  'mail.code.works':
    'यह एक बार, {minutes, plural, one {# मिनट} other {# मिनट}} तक, और केवल उसी ब्राउज़र में काम करता है जहाँ इसे माँगा गया था।',
  'mail.code.secret': 'इसे किसी को न बताएँ। अगर वह आप नहीं थे, तो आपको कुछ नहीं करना है: कोड के बिना किसी को पैसा नहीं मिलता।',
} satisfies Translated<'mail'>;
