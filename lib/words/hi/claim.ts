import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'आपका भुगतान',
  'claim.about': 'इस भुगतान के बारे में',
  'claim.testMoney': 'परीक्षण का पैसा',
  'claim.pays.now': '{merchant} आपको भुगतान कर रहा है',
  'claim.pays.done': '{merchant} ने आपको भुगतान किया',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} यह भुगतान सीधे अपनी तिजोरी से करता है। Drawbridge मौजूदा स्थिति दिखाता है। यह लिंक किसी को न दें।',
  'claim.footer.now.wallet': '{merchant} यह भुगतान करता है। Drawbridge मौजूदा स्थिति दिखाता है। यह लिंक किसी को न दें।',
  'claim.footer.done.contract':
    '{merchant} ने सीधे अपनी तिजोरी से भुगतान किया। इसे Drawbridge दिखाता है। यह लिंक किसी को न दें।',
  'claim.footer.done.wallet': '{merchant} ने भुगतान किया। इसे Drawbridge दिखाता है। यह लिंक किसी को न दें।',
  'claim.footer.never': 'इसे Drawbridge {merchant} के लिए दिखाता है।',
  'claim.fact.for': 'किसलिए',
  'claim.fact.amount': 'राशि',
  'claim.fact.fee': 'शुल्क',
  'claim.fact.feeOfMerchant': 'शुल्क, {merchant} देता है',
  'claim.fact.net.now': 'आपको मिलेगा',
  'claim.fact.net.done': 'आपको मिला',
  'claim.fact.net.never': 'शुल्क के बाद',
  'claim.fact.to': 'किसे',
  'claim.fact.anyWallet': 'आपकी पसंद का वॉलेट',
  'claim.fact.network': 'नेटवर्क',
  'claim.fact.inVault': 'तिजोरी में',
  'claim.fact.inVault.funded': 'हाँ, आपके लिए तैयार',
  'claim.fact.inVault.short': 'अभी नहीं',
  'claim.fact.inVault.unknown': 'अभी जाँचा नहीं जा सकता',
  'claim.fact.until': 'लिंक इस समय तक चलेगा',
  'claim.fact.details': 'विवरण',
  'claim.fact.reference': 'संदर्भ',
  'claim.fact.vault': 'भुगतान करने वाली तिजोरी',
  'claim.fact.token': '{symbol} टोकन',
  'claim.fact.networkNumber': 'नेटवर्क नंबर',
  'claim.fact.transfer': 'ट्रांसफ़र',
  'claim.fact.paidTo': 'इसे भुगतान हुआ',
  'claim.fact.earlier': 'पिछला ट्रांसफ़र:',
  'claim.fact.reason': 'कारण: {reason}',
  'claim.do.lookAgain': 'अभी फिर से देखें',
  'claim.do.askForHelp': '{merchant} से मदद माँगें',
  'claim.do.back': '{merchant} पर वापस जाएँ',
  'claim.do.receipt': 'रसीद खोलें',
  'claim.do.continue': 'वॉलेट के साथ आगे बढ़ें',
  'claim.do.code': '{email} पर कोड भेजें',
  'claim.do.codeSending': 'कोड भेजा जा रहा है…',
  'claim.do.looking': 'आपका वॉलेट खोजा जा रहा है…',
  'claim.walletPartMissing':
    'इस पेज का वॉलेट वाला हिस्सा लोड नहीं हुआ। तिजोरी से कुछ नहीं निकला है। अपना कनेक्शन जाँचें और फिर दबाएँ, या पेज फिर से लोड करें।',
  'claim.noScript': 'वॉलेट जोड़ने के लिए JavaScript चाहिए, जो इस ब्राउज़र में बंद है।',
  'claim.offline': 'अभी कनेक्शन नहीं है। कनेक्शन आते ही यह पेज अपने आप अपडेट हो जाएगा।',
  'claim.ready.heading': 'आपके लिए तैयार',
  'claim.ready.mailbox':
    'पैसा मौजूद है। पहले दिखाएँ कि यह मेलबॉक्स आपका है: हम {email} पर एक कोड भेजते हैं। फिर चुनें कि पैसा कहाँ जाए।',
  'claim.ready.words':
    'पैसा मौजूद है। यह एक ही चरण में {merchant} से सीधे आपके वॉलेट में जाता है; आपको केवल नेटवर्क शुल्क देना है, {currency} में।',
  'claim.ready.earlierLink':
    'जिस लिंक की जगह यह लिंक आया है, वह अभी थोड़ी देर पहले इस्तेमाल हुआ। {time} तक भुगतान अब भी वहाँ बताए गए वॉलेट में जा सकता है। तब तक रुकें: नहीं तो हो सकता है कि आप नेटवर्क शुल्क बेकार में दें।',
  'claim.sent.heading': 'भेजा गया',
  'claim.sent.ago': 'इसे {ago} भेजा गया, और नेटवर्क इसे अभी नहीं दिखा रहा।',
  'claim.sent.now': 'इसे अभी-अभी भेजा गया, और नेटवर्क इसे अभी नहीं दिखा रहा।',
  'claim.sent.words':
    'नेटवर्क इसे आम तौर पर कुछ सेकंड में दिखाता है, और तब यह पेज बताता है कि काम कहाँ तक पहुँचा। आप पेज बंद कर सकते हैं।',
  'claim.sent.notMe': 'यह मैंने नहीं भेजा',
  'claim.sent.notMe.words':
    'तो शायद इस लिंक वाले किसी और व्यक्ति ने भेजा है। इसे कितनी भी बार भेजा जाए, भुगतान एक ही बार और एक ही वॉलेट में होता है।',
  'claim.sent.late': 'इसमें आम तौर से ज़्यादा समय लग रहा है, शायद इसलिए कि इसका नेटवर्क शुल्क कम है।',
  'claim.sent.costOfAgain':
    'इसे फिर से भेजना सुरक्षित है, क्योंकि आपको एक ही बार भुगतान मिलता है; लेकिन अगर दोनों पहुँच गए, तो दो में से एक नेटवर्क शुल्क बेकार जाएगा।',
  'claim.approval.heading': 'मंज़ूरी का इंतज़ार',
  'claim.approval.contract':
    '{merchant} को अभी इस भुगतान को मंज़ूरी देनी है। तिजोरी से कुछ नहीं निकला है। आप यह पेज बंद करके इसी लिंक से वापस आ सकते हैं; मंज़ूरी मिलते ही यह अपने आप बदल जाता है।',
  'claim.approval.wallet':
    '{merchant} को अभी इस भुगतान को मंज़ूरी देनी है। इसका कोई ट्रांसफ़र नहीं दिखा है। आप यह पेज बंद करके इसी लिंक से वापस आ सकते हैं; मंज़ूरी मिलते ही यह अपने आप बदल जाता है।',
  'claim.byHand.heading': '{merchant} आपको भुगतान करेगा',
  'claim.byHand.words':
    'आपको कुछ नहीं करना है। {merchant} यह भुगतान नीचे दिए पते पर खुद भेजता है और नेटवर्क शुल्क देता है। आप यह पेज बंद करके इसी लिंक से वापस आ सकते हैं; पैसा रास्ते में होते ही यह अपने आप बदल जाता है।',
  'claim.funds.heading': 'पैसे का इंतज़ार',
  'claim.funds.heading.limit': 'दैनिक सीमा का इंतज़ार',
  'claim.funds.funds': '{merchant} की तिजोरी में अभी इस भुगतान के लिए पर्याप्त पैसा नहीं है; {merchant} को बता दिया गया है।',
  'claim.funds.allowance': '{merchant} की तिजोरी अभी इतना भुगतान नहीं कर सकती; {merchant} को बता दिया गया है।',
  'claim.funds.limit':
    '{merchant} की तिजोरी 24 घंटे में जितना भुगतान कर सकती है, वह अभी पूरा हो चुका है। यह सीमा हर घंटे अपने आप खुलती जाती है।',
  'claim.funds.next': 'आप यह पेज बंद कर सकते हैं। तिजोरी के भुगतान कर पाते ही यह पेज अपने आप भुगतान लेने को कहेगा।',
  'claim.reserved': 'तिजोरी से कुछ नहीं निकला है, और आपका भुगतान {time} तक आपके लिए सुरक्षित रखा है।',
  'claim.obstacle.byItself': 'यह बदलते ही यह पेज अपने आप भुगतान लेने को कहेगा; आप इसे बंद कर सकते हैं।',
  'claim.obstacle.told': '{merchant} को बता दिया गया है।',
  'claim.obstacle.token_paused.heading': '{symbol} सबके लिए रुका हुआ है',
  'claim.obstacle.token_paused.why':
    '{symbol} के जारीकर्ता ने इसके सभी ट्रांसफ़र रोक दिए हैं, इसलिए अभी कोई इसे भेज या पा नहीं सकता।',
  'claim.obstacle.vault_blocked.heading': 'व्यापारी को कुछ सुलझाना है',
  'claim.obstacle.vault_blocked.why':
    '{symbol} के जारीकर्ता ने {merchant} की तिजोरी को ब्लॉक कर दिया है, इसलिए उससे कोई भुगतान नहीं हो सकता। इसका आपसे कोई संबंध नहीं है।',
  'claim.obstacle.signer_terms.heading': 'व्यापारी का इंतज़ार',
  'claim.obstacle.signer_terms.why': '{merchant} की तिजोरी अभी हमें यह भुगतान नहीं करने देती।',
  'claim.obstacle.token_fee.heading': '{symbol} कम पहुँचेगा',
  'claim.obstacle.token_fee.why':
    '{symbol} का जारीकर्ता अब हर ट्रांसफ़र का एक हिस्सा रख लेता है, इसलिए आपको तय राशि से कम मिलेगा।',
  'claim.obstacle.token_fee.next': 'हम पूरी राशि पहुँच पाने तक इंतज़ार करते हैं।',
  'claim.obstacle.recipient_blocked.heading': 'यह वॉलेट ब्लॉक है',
  'claim.obstacle.recipient_blocked.why':
    'यह भुगतान जिस वॉलेट के लिए है, उसे {symbol} के जारीकर्ता ने ब्लॉक कर दिया है, और केवल वही इसे हटा सकता है।',
  'claim.obstacle.recipient_blocked.next': '{merchant} को बता दिया गया है। उनसे अपने किसी दूसरे वॉलेट के लिए नया भुगतान माँगें।',
  'claim.obstacle.token_refuses.heading': '{symbol} यह भुगतान नहीं मानता',
  'claim.obstacle.token_refuses.why': 'हमने {symbol} से पूछा कि क्या वह यह भुगतान करेगा। वह नहीं करेगा, और कारण नहीं बताता।',
  'claim.obstacle.signer_declined.heading': 'पहले व्यापारी को अनुमति देनी होगी',
  'claim.obstacle.signer_declined.why':
    '{merchant} अपने भुगतानों पर खुद हस्ताक्षर करता है, और पिछली कोशिश में इस पर हस्ताक्षर नहीं किया।',
  'claim.obstacle.signer_unreachable.heading': 'व्यापारी ने जवाब नहीं दिया',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} अपने भुगतानों पर खुद हस्ताक्षर करता है, और पिछली कोशिश में उसके सर्वर ने जवाब नहीं दिया।',
  'claim.obstacle.other.heading': 'नेटवर्क इसे नहीं मानेगा',
  'claim.obstacle.other.why': 'पिछली कोशिश में नेटवर्क बिना कारण बताए भुगतान को ठुकरा देता।',
  'claim.obstacle.other.next': '{merchant} को बता दिया गया है। आप फिर कोशिश कर सकते हैं: कोशिश में कुछ खर्च नहीं होता।',
  'claim.obstacle.our_clock.heading': 'हमारी घड़ी गलत है',
  'claim.obstacle.our_clock.why':
    'हमारे सर्वर की घड़ी नेटवर्क की घड़ी से मेल नहीं खाती, इसलिए हमारा हस्ताक्षर नहीं माना जाएगा। यह हमारी गलती है।',
  'claim.obstacle.our_clock.next': 'हमारे ऑपरेटर को बता दिया गया है।',
  'claim.networkDown.heading': 'हम नेटवर्क तक नहीं पहुँच पा रहे',
  'claim.networkDown.words':
    'अभी हमें {network} से कुछ नहीं मिल रहा, इसलिए हम नहीं देख सकते कि पैसा है या नहीं, और तब तक कुछ पेश नहीं करते। यह समस्या हमारी ओर है और आपका भुगतान सुरक्षित है: आपको एक ही बार भुगतान मिलेगा, चाहे इस बीच कई ट्रांसफ़र भेजे गए हों।',
  'claim.networkDown.next': 'पेज अपने आप कोशिश करता रहता है।',
  'claim.reverted.heading': 'नेटवर्क ने ट्रांसफ़र ठुकरा दिया',
  'claim.reverted.words':
    'तिजोरी से कुछ नहीं निकला है; केवल नेटवर्क शुल्क खर्च हुआ। भुगतान अब भी आपका है और आप नए अनुरोध से फिर कोशिश कर सकते हैं। आपको भुगतान एक ही बार मिल सकता है।',
  'claim.replaced.heading': 'आपके वॉलेट ने इसकी जगह कुछ और भेजा',
  'claim.replaced.words':
    'नेटवर्क के लेने से पहले ही ट्रांसफ़र आपके वॉलेट में रद्द कर दिया गया या बदल दिया गया। तिजोरी से कुछ नहीं निकला है और भुगतान अब भी आपका है।',
  'claim.dropped.heading': 'ट्रांसफ़र नेटवर्क में खो गया',
  'claim.dropped.words':
    'यह हमारे पढ़े हुए किसी ब्लॉक में नहीं है, अक्सर इसलिए कि नेटवर्क शुल्क बहुत कम था। इसे फिर से भेजें: पहला बाद में दिख भी जाए, तो भी आपको भुगतान एक ही बार मिल सकता है। इसमें दूसरा नेटवर्क शुल्क लगेगा।',
  'claim.processing.heading': 'रास्ते में',
  'claim.processing.soon': 'नेटवर्क आम तौर पर कुछ सेकंड में इसकी पुष्टि करता है।',
  'claim.processing.minute': 'नेटवर्क आम तौर पर एक मिनट से कम में इसकी पुष्टि करता है।',
  'claim.processing.minutes':
    'नेटवर्क आम तौर पर {minutes, plural, one {लगभग # मिनट} other {लगभग # मिनट}} में इसकी पुष्टि करता है।',
  'claim.processing.doubtful.heading': 'पक्का किया जा रहा है',
  'claim.processing.doubtful':
    'ट्रांसफ़र भेजा गया, पर हमें जवाब नहीं मिला। हम नेटवर्क से जाँच रहे हैं कि पैसा गया या नहीं, और जानने तक कुछ और नहीं भेजते।',
  'claim.processing.close':
    'आप यह पेज बंद कर सकते हैं। ट्रांसफ़र इसके बिना भी चलता रहता है, और यह लिंक हमेशा मौजूदा स्थिति दिखाता है।',
  'claim.differs.heading': 'भुगतान हुआ, पर तय बात के अनुसार नहीं',
  'claim.differs.words':
    'नेटवर्क ने आपके वॉलेट में हुए एक भुगतान की पुष्टि की है। {reason} यह आपकी गलती नहीं है, और आप इसे यहाँ ठीक नहीं कर सकते।',
  'claim.differs.next': '{merchant} भी इसे देखता है और तय करता है कि बाकी का क्या होगा। यह लिंक दिखाएगा कि अंत में क्या हुआ।',
  'claim.step.sent': 'आपके वॉलेट ने भेजा',
  'claim.step.seen': 'नेटवर्क ने देखा',
  'claim.step.unseen': 'नेटवर्क के देखने का इंतज़ार',
  'claim.step.confirming': 'पुष्टि हो रही है: {needed} में से {count}',
  'claim.step.confirmed': 'नेटवर्क ने पुष्टि की',
  'claim.step.paid': 'भुगतान हो गया',
  'claim.step.done': '(हो गया)',
  'claim.completed.heading': 'भुगतान हो गया',
  'claim.completed.words': 'पैसा आपके वॉलेट में है, और नेटवर्क ने इसकी पुष्टि कर दी है।',
  'claim.alreadyPaid.heading': 'पहले ही भुगतान हो चुका है',
  'claim.alreadyPaid.contract': 'यह लिंक इस्तेमाल हो चुका है। एक लिंक एक ही बार भुगतान करता है, इसलिए यहाँ लेने को कुछ नहीं बचा।',
  'claim.alreadyPaid.contract.on':
    'यह लिंक इस्तेमाल हो चुका है और {time} को भुगतान हो गया। एक लिंक एक ही बार भुगतान करता है, इसलिए यहाँ लेने को कुछ नहीं बचा।',
  'claim.alreadyPaid.wallet': 'यह भुगतान आपको भेजा जा चुका है। यहाँ करने को कुछ नहीं बचा।',
  'claim.alreadyPaid.wallet.on': 'यह भुगतान आपको भेजा गया और {time} को हो गया। यहाँ करने को कुछ नहीं बचा।',
  'claim.cancelling.heading': 'रद्द किया जा रहा है',
  'claim.cancelling.words': '{merchant} यह भुगतान रद्द कर रहा है, इसलिए कोई नया क्लेम शुरू नहीं हो सकता।',
  'claim.cancelling.until':
    'जो क्लेम पहले भेजा या तैयार किया गया था, वह {time} तक अब भी पूरा हो सकता है। अगर हुआ, तो आपको भुगतान मिलेगा और यह पेज बताएगा।',
  'claim.cancelled.heading': 'यह भुगतान रद्द किया गया',
  'claim.cancelled.contract':
    '{merchant} ने इसे रद्द किया। तिजोरी से कुछ नहीं निकला है, और यह लिंक अब भुगतान नहीं कर सकता। अगर आपको इस पैसे की उम्मीद थी, तो {merchant} से पूछें।',
  'claim.cancelled.wallet':
    '{merchant} ने इसे रद्द किया। इसका कोई ट्रांसफ़र नहीं दिखा है, और अब यह नहीं भेजा जाएगा। अगर आपको इस पैसे की उम्मीद थी, तो {merchant} से पूछें।',
  'claim.expired.heading.contract': 'इस लिंक की समय-सीमा खत्म हो गई',
  'claim.expired.heading.wallet': 'इस भुगतान की समय-सीमा खत्म हो गई',
  'claim.expired.contract':
    'यह {time} तक चलता था। तिजोरी से कुछ नहीं निकला है: पैसा अब भी {merchant} के पास है। उनसे नया लिंक माँगें।',
  'claim.expired.wallet':
    'इसे {time} तक भेजा जाना था। इसका कोई ट्रांसफ़र नहीं दिखा है: पैसा अब भी {merchant} के पास है। उनसे नया भुगतान माँगें।',
  'claim.failed.heading': 'यह भुगतान असफल रहा',
  'claim.failed.differs':
    'आपके वॉलेट में जो पहुँचा, वह तय बात के अनुसार नहीं है, और {merchant} उसे यह भुगतान नहीं मानता। जो आपको मिला, उसका निपटारा आप उनसे करें; इस लिंक से और कुछ नहीं दिया जाता।',
  'claim.failed.undone':
    'भुगतान माने जाने के बाद ट्रांसफ़र पलट गया: पैसा आपके वॉलेट में नहीं है। {merchant} को बता दिया गया है और उसे फिर से शुरू करना होगा; आप यहाँ से कुछ नहीं भेज सकते।',
  'claim.verify.title': 'दिखाएँ कि वॉलेट आपका है',
  'claim.verify.asks': '{merchant} आपसे कहता है',
  'claim.verify.open.heading': 'दिखाएँ कि वॉलेट आपका है',
  'claim.verify.open.words':
    'वॉलेट जोड़ें और उससे एक छोटे पाठ पर हस्ताक्षर करें। इसमें कुछ खर्च नहीं होता और कोई पैसा नहीं जाता। {merchant} को पता और हस्ताक्षर मिलते हैं, और कुछ नहीं।',
  'claim.verify.open.bound': 'यही वॉलेट होना चाहिए:',
  'claim.verify.open.until': 'यह लिंक {time} तक चलता है।',
  'claim.verify.done.heading': 'हो गया',
  'claim.verify.done.words': '{merchant} को बता दिया गया है कि यह वॉलेट आपका है। आप यह पेज बंद कर सकते हैं।',
  'claim.verify.expired.heading': 'इस लिंक की समय-सीमा खत्म हो गई',
  'claim.verify.expired.words': '{merchant} से नया लिंक माँगें।',
  'claim.verify.footer': 'इसे Drawbridge {merchant} के लिए दिखाता है। यह लिंक किसी को न दें।',
  'claim.unknown.heading': 'इस लिंक की जानकारी नहीं है',
  'claim.unknown.words': 'इस पते का कोई भुगतान नहीं है।',
  'claim.unknown.next':
    'देखें कि आपने पूरा लिंक, आखिरी अक्षर तक, खोला है। अगर आपको इससे नया लिंक भेजा गया है, तो उसे खोलें: नया लिंक पुराने की जगह ले लेता है। नहीं तो जिसने भेजा है, उससे पूछें।',
  'claim.reason.claim_reverted': 'नेटवर्क ने क्लेम चलाया और ठुकरा दिया।',
  'claim.reason.payment_reverted': 'नेटवर्क ने भुगतान चलाया और ठुकरा दिया।',
  'claim.reason.moved_something_else': 'पता चला कि इस हैश से कुछ और ट्रांसफ़र हुआ।',
  'claim.reason.paid_something_else': 'पता चला कि इस हैश से किसी और चीज़ का भुगतान हुआ।',
  'claim.reason.reorganised': 'चेन के पुनर्गठन से भुगतान वापस हो गया।',
  'claim.reason.not_as_agreed': 'यह वह नहीं है जो तय हुआ था।',
  'claim.reason.no_claim_reported': 'कॉन्ट्रैक्ट ने किसी क्लेम की सूचना नहीं दी।',
  'claim.reason.recipient_not_signed_for': 'पैसा ऐसे पते पर गया जिसके लिए यहाँ कोई हस्ताक्षर नहीं हुआ था।',
  'claim.reason.other_amount': 'पैसा पाने वाले को मिला, पर ठीक उतनी राशि नहीं।',
} satisfies Translated<'claim'>;
