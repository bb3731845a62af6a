import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} لك من {merchant}',
  'mail.invitation.words': 'يدفع لك {merchant} مبلغ {amount} على {network}. افتح هذه الصفحة لاستلامه:',
  'mail.reminder.subject': 'لا يزال مبلغ {amount} من {merchant} في انتظارك',
  'mail.reminder.words': 'لا يزال لدى {merchant} مبلغ {amount} لك على {network}. افتح هذه الصفحة لاستلامه:',
  'mail.link.subject': 'رابطك لاستلام {amount} من {merchant}',
  'mail.link.words': 'هذا رابطك لاستلام {amount} على {network} من {merchant}:',
  'mail.undone.subject': 'أبطلت الشبكة دفعة {amount} من {merchant}',
  'mail.undone.words': 'دفع لك {merchant} مبلغ {amount}، ثم أبطلت شبكة {network} هذه الدفعة. هذا نادر وليس خطأ أحد.',
  'mail.undone.reserved': 'المبلغ محجوز لك من جديد. افتح هذه الصفحة لتستلمه:',
  'mail.undone.over': 'لم يعد رابطك يعمل. اطلب من {merchant} أن يدفع لك مرة أخرى.',
  'mail.link.button': 'استلام {amount}',
  'mail.link.purpose': 'الغرض كما يذكره الدافع: {description}',
  'mail.link.onlyYou':
    'تطلب الصفحة رمزًا نرسله إلى هذا العنوان. لذلك لا يعطي الرابط وحده المال لأحد، وأنت وحدك من يستطيع استلامه.',
  'mail.link.until': 'الرابط صالح حتى {time}.',
  'mail.link.notYours': 'إذا كنت لا تنتظر شيئًا من الدافع، فافتح الصفحة وقل إن هذا ليس لك، أو لا تفعل شيئًا.',
  'mail.code.subject': '{code} هو رمزك لدى {host}',
  'mail.code.words':
    'يطلب متصفح على {host} المبلغ {amount} الذي يدفعه {merchant} لصاحب صندوق البريد هذا. إذا كنت أنت من يطلبه، فاكتب هذا الرمز هناك:',
  'mail.code.works':
    'يعمل مرة واحدة فقط، لمدة {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، وفي المتصفح الذي طُلب فيه فقط.',
  'mail.code.secret': 'لا تخبر به أحدًا. إذا لم تكن أنت، فلا داعي لفعل شيء: بدون الرمز لا يستلم أحد المال.',
} satisfies Translated<'mail'>;
