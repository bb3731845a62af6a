import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'طلبك',
  'order.about': 'الطلب {reference}',
  'order.fact.amount': 'للبائع',
  'order.running': 'يُدفع للبائع في {time}، ما لم تعترض قبل ذلك.',
  'order.waiting': 'لا يُدفع شيء في الوقت الحالي. عند الاستئناف لا تخسر شيئًا من مهلتك.',
  'order.disputed': 'قُدِّم اعتراض. لا يُدفع شيء حتى يصدر قرار {merchant}.',
  'order.paying': 'يجري الدفع للبائع الآن. فات أوان الاعتراض هنا.',
  'order.paid': 'تم الدفع للبائع. فات أوان الاعتراض هنا.',
  'order.over': 'انتهى هذا الطلب. لم يبق هنا ما يمكن فعله.',
  'order.object.words': 'ألم يصل، أم أنه ليس ما طلبته؟ إذًا قدِّم اعتراضًا. القرار لشخص لدى {merchant}.',
  'order.object.do': 'الاعتراض وإيقاف الدفع',
  'order.extend.words': 'هل تحتاج إلى وقت أطول للتحقق؟ يمكنك تمديد المهلة مرة واحدة.',
  'order.extend.do':
    'تمديد المهلة {days, plural, zero {# يوم} one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  'order.extended': 'لقد مددت المهلة. هذا ممكن مرة واحدة فقط.',
  'order.object.reason': 'ما الخطأ؟ ليس عليك أن تذكره.',
  'order.trouble': 'لم ينجح ذلك. أعد تحميل الصفحة لترى حالة طلبك.',
  'order.noScript': 'يتطلب هذا JavaScript، وهو معطّل في هذا المتصفح.',
  'order.custody': 'يبقى المال لدى {merchant}. لا تحتفظ Drawbridge بشيء منه.',

  'order.mail.funded.subject': 'تم دفع ثمن الطلب {reference}',
  'order.mail.funded.words': 'دفع المشتري ثمن الطلب {reference}. يحتفظ {merchant} بمبلغ {amount} لك حتى يكتمل الطلب.',
  'order.mail.delivered.subject': 'تم تسليم الطلب {reference}',
  'order.mail.delivered.words':
    'سجّل {merchant} أن الطلب {reference} قد سُلِّم. يُدفع للبائع مبلغ {amount} في {time}، ما لم يعترض المشتري قبل ذلك.',
  'order.mail.soon.subject':
    'الطلب {reference}: بقي {days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} حتى الدفع للبائع',
  'order.mail.soon.words':
    'هذه الرسالة عن الطلب {reference} لدى {merchant}. يُدفع للبائع مبلغ {amount} في {time}، ما لم يعترض المشتري قبل ذلك.',
  'order.mail.extended.subject': 'الطلب {reference}: مدد المشتري المهلة',
  'order.mail.extended.words':
    'مدد مشتري الطلب {reference} لدى {merchant} مهلة التحقق. الموعد الجديد لدفع مبلغ {amount} للبائع هو {time}، ما لم يعترض المشتري قبل ذلك.',
  'order.mail.held.subject': 'الطلب {reference}: لا يُدفع شيء في الوقت الحالي',
  'order.mail.held.words':
    'الطلب {reference} لدى {merchant} موقوف مؤقتًا. يبقى مبلغ {amount} في مكانه. عند استئناف الطلب تكون المهلة المتبقية كما هي.',
  'order.mail.resumed.subject': 'استؤنف الطلب {reference}',
  'order.mail.resumed.words':
    'استؤنف الطلب {reference} لدى {merchant}. يُدفع للبائع مبلغ {amount} في {time}، ما لم يعترض المشتري قبل ذلك.',
  'order.mail.disputed.subject': 'الطلب {reference}: قُدِّم اعتراض',
  'order.mail.disputed.words':
    'قُدِّم اعتراض على الطلب {reference}. يبقى مبلغ {amount} في مكانه حتى يقرر شخص لدى {merchant}.',
  'order.mail.paying.subject': 'الطلب {reference}: يجري الدفع لك',
  'order.mail.paying.words':
    'يدفع لك {merchant} مبلغ {amount} عن الطلب {reference}. افتح هذه الصفحة لترى إلى أين وصل الدفع:',
  'order.mail.paying.button': 'فتح الدفعة',
  'order.mail.paid.subject': 'الطلب {reference}: تم الدفع للبائع',
  'order.mail.paid.words': 'دُفع لبائع الطلب {reference} لدى {merchant} مبلغ {amount}.',
  'order.mail.refunding.subject': 'الطلب {reference}: يستعيد المشتري مالًا',
  'order.mail.refunding.words': 'يستعيد مشتري الطلب {reference} لدى {merchant} مبلغ {amount}.',
  'order.mail.address.subject': 'الطلب {reference}: سيذهب مالك إلى عنوان آخر',
  'order.mail.address.words': 'طُلب من {merchant} أن يدفع لك عن الطلب {reference} على عنوان آخر، ابتداءً من {time}:',
  'order.mail.address.notYou': 'إذا لم تطلب أنت ذلك، فاكتب إلى {merchant} فورًا.',
  'order.mail.to': 'يذهب المال إلى {address}.',
  'order.mail.nowhere': 'لا يعرف {merchant} بعد أين يدفع لك. حتى ذلك الحين لا يُدفع شيء: يُرجى إخباره بعنوانك.',
  'order.mail.object':
    'إذا كان هناك خطأ، فافتح الصفحة وقدِّم اعتراضًا. لا تحتاج إلى حساب. إذا كان كل شيء على ما يرام، فلا تفعل شيئًا.',
  'order.mail.button': 'فتح الطلب',
  'order.mail.custody': 'يبقى المال لدى {merchant}. لا تحتفظ Drawbridge بشيء منه.',
} satisfies Translated<'order'>;
