import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'आपका ऑर्डर',
  'order.about': 'ऑर्डर {reference}',
  'order.fact.amount': 'विक्रेता के लिए',
  'order.running': 'अगर आप उससे पहले आपत्ति नहीं करते, तो विक्रेता को {time} पर भुगतान होगा।',
  'order.waiting': 'अभी कोई भुगतान नहीं हो रहा है। जब यह आगे बढ़ेगा, तो आपका समय कम नहीं होगा।',
  'order.disputed': 'आपत्ति की गई है। {merchant} का फ़ैसला होने तक कोई भुगतान नहीं होगा।',
  'order.paying': 'विक्रेता को भुगतान हो रहा है। यहाँ आपत्ति करने के लिए बहुत देर हो चुकी है।',
  'order.paid': 'विक्रेता को भुगतान हो गया। यहाँ आपत्ति करने के लिए बहुत देर हो चुकी है।',
  'order.over': 'यह ऑर्डर समाप्त हो चुका है। यहाँ करने के लिए कुछ नहीं बचा है।',
  'order.object.words':
    'क्या सामान नहीं पहुँचा, या वह नहीं है जो आपने मँगाया था? तो आपत्ति करें। फ़ैसला {merchant} का एक व्यक्ति करेगा।',
  'order.object.do': 'आपत्ति करें और भुगतान रोकें',
  'order.extend.words': 'जाँचने के लिए और समय चाहिए? आप इसे एक बार ले सकते हैं।',
  'order.extend.do': '{days, plural, one {# दिन} other {# दिन}} और लें',
  'order.extended': 'आपने और समय लिया है। यह केवल एक बार हो सकता है।',
  'order.object.reason': 'क्या गलत है? बताना ज़रूरी नहीं है।',
  'order.trouble': 'यह नहीं हो पाया। अपने ऑर्डर की स्थिति देखने के लिए पेज फिर से लोड करें।',
  'order.noScript': 'इसके लिए JavaScript चाहिए, जो इस ब्राउज़र में बंद है।',
  'order.custody': 'पैसा {merchant} के पास रहता है। Drawbridge उसे अपने पास नहीं रखता।',

  'order.mail.funded.subject': 'ऑर्डर {reference}: खरीदार ने पैसा दे दिया',
  'order.mail.funded.words':
    'आपके खरीदार ने ऑर्डर {reference} का पैसा दे दिया है। ऑर्डर पूरा होने तक {merchant} आपके लिए {amount} रखता है।',
  'order.mail.delivered.subject': 'ऑर्डर {reference} पहुँचा दिया गया',
  'order.mail.delivered.words':
    '{merchant} के अनुसार ऑर्डर {reference} पहुँचा दिया गया है। अगर खरीदार उससे पहले आपत्ति नहीं करता, तो विक्रेता को {time} पर {amount} का भुगतान होगा।',
  'order.mail.soon.subject': 'ऑर्डर {reference}: विक्रेता को भुगतान होने में {days, plural, one {# दिन} other {# दिन}} बाकी',
  'order.mail.soon.words':
    'यह {merchant} पर ऑर्डर {reference} के बारे में है। अगर खरीदार उससे पहले आपत्ति नहीं करता, तो विक्रेता को {time} पर {amount} का भुगतान होगा।',
  'order.mail.extended.subject': 'ऑर्डर {reference}: खरीदार और समय ले रहा है',
  'order.mail.extended.words':
    '{merchant} पर ऑर्डर {reference} का खरीदार जाँचने के लिए और समय ले रहा है। अगर खरीदार उससे पहले आपत्ति नहीं करता, तो अब विक्रेता को {time} पर {amount} का भुगतान होगा।',
  'order.mail.held.subject': 'ऑर्डर {reference}: अभी कोई भुगतान नहीं हो रहा है',
  'order.mail.held.words':
    '{merchant} पर ऑर्डर {reference} रोक दिया गया है। {amount} जहाँ है वहीं रहेगा। जब ऑर्डर आगे बढ़ेगा, तो बचा हुआ समय वैसा ही रहेगा।',
  'order.mail.resumed.subject': 'ऑर्डर {reference} आगे बढ़ रहा है',
  'order.mail.resumed.words':
    '{merchant} पर ऑर्डर {reference} आगे बढ़ रहा है। अगर खरीदार उससे पहले आपत्ति नहीं करता, तो विक्रेता को {time} पर {amount} का भुगतान होगा।',
  'order.mail.disputed.subject': 'ऑर्डर {reference}: आपत्ति की गई',
  'order.mail.disputed.words':
    'ऑर्डर {reference} पर आपत्ति की गई है। {merchant} के किसी व्यक्ति का फ़ैसला होने तक {amount} जहाँ है वहीं रहेगा।',
  'order.mail.paying.subject': 'ऑर्डर {reference}: आपको भुगतान हो रहा है',
  'order.mail.paying.words':
    '{merchant} आपको ऑर्डर {reference} के लिए {amount} का भुगतान कर रहा है। स्थिति देखने के लिए यह पेज खोलें:',
  'order.mail.paying.button': 'भुगतान खोलें',
  'order.mail.paid.subject': 'ऑर्डर {reference}: विक्रेता को भुगतान हो गया',
  'order.mail.paid.words': '{merchant} पर ऑर्डर {reference} के विक्रेता को {amount} का भुगतान हो गया।',
  'order.mail.refunding.subject': 'ऑर्डर {reference}: खरीदार को पैसा वापस मिल रहा है',
  'order.mail.refunding.words': '{merchant} पर ऑर्डर {reference} के खरीदार को {amount} वापस मिल रहा है।',
  'order.mail.address.subject': 'ऑर्डर {reference}: आपका पैसा दूसरे पते पर जाएगा',
  'order.mail.address.words': '{merchant} से कहा गया है कि ऑर्डर {reference} का भुगतान आपको {time} से दूसरे पते पर किया जाए:',
  'order.mail.address.notYou': 'अगर यह आपने नहीं कहा, तो तुरंत {merchant} को लिखें।',
  'order.mail.to': 'पैसा {address} पर जाएगा।',
  'order.mail.nowhere':
    '{merchant} को अभी नहीं पता कि आपको कहाँ भुगतान करना है। तब तक कोई भुगतान नहीं होगा: कृपया {merchant} को अपना पता बताएँ।',
  'order.mail.object': 'अगर कुछ गलत है, तो पेज खोलकर आपत्ति करें। खाते की ज़रूरत नहीं है। अगर सब ठीक है, तो कुछ न करें।',
  'order.mail.button': 'ऑर्डर खोलें',
  'order.mail.custody': 'पैसा {merchant} के पास रहता है। Drawbridge उसे अपने पास नहीं रखता।',
} satisfies Translated<'order'>;
