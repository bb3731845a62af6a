import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': 'भाषा',
  'ui.copied': 'कॉपी हो गया',
  'ui.copyFailed': 'आपका ब्राउज़र इस पेज को कॉपी नहीं करने देता। यहाँ से कॉपी करें:',
  'ui.copyAddress': 'पता कॉपी करें',
  'ui.copyHash': 'हैश कॉपी करें',
  'ui.copyLink': 'लिंक कॉपी करें',
  'ui.selectedAddress': 'पता, चुना हुआ',
  'ui.selectedHash': 'हैश, चुना हुआ',
  'ui.selectedLink': 'लिंक, चुना हुआ',
  'ui.showAddress': 'पूरा पता दिखाएँ',
  'ui.showHash': 'पूरा हैश दिखाएँ',
  'ui.explorer': 'एक्सप्लोरर',
  'ui.broken.heading': 'इस पेज ने काम करना बंद कर दिया',
  'ui.broken.words':
    'यह हमारी गलती है। पहले जो हो चुका है, उस पर इसका कोई असर नहीं है: मौजूदा स्थिति देखने के लिए पेज फिर से लोड करें।',
  'ui.broken.do': 'मौजूदा स्थिति देखें',
} satisfies Translated<'ui'>;
