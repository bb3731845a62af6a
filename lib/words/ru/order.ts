import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Ваш заказ',
  'order.about': 'Заказ {reference}',
  'order.fact.amount': 'Для продавца',
  'order.running': 'Продавец получит деньги {time}, если вы не возразите раньше.',
  'order.waiting': 'Пока ничего не выплачивается. Когда заказ продолжится, вы не потеряете ничего из своего срока.',
  'order.disputed': 'Подано возражение. Ничего не выплачивается, пока не будет решения {merchant}.',
  'order.paying': 'Выплата продавцу уже идёт. Возражать здесь поздно.',
  'order.paid': 'Продавец получил деньги. Возражать здесь поздно.',
  'order.over': 'Этот заказ закрыт. Здесь больше нечего делать.',
  'order.object.words':
    'Заказ не пришёл или это не то, что вы заказали? Тогда подайте возражение. Решает человек в {merchant}.',
  'order.object.do': 'Возразить и остановить выплату',
  'order.extend.words': 'Нужно больше времени на проверку? Срок можно продлить один раз.',
  'order.extend.do': 'Продлить срок на {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'order.extended': 'Вы продлили срок. Это можно сделать один раз.',
  'order.object.reason': 'Что не так? Указывать не обязательно.',
  'order.trouble': 'Не получилось. Обновите страницу, чтобы увидеть, что с вашим заказом.',
  'order.noScript': 'Для этого нужен JavaScript, а он выключен в этом браузере.',
  'order.custody': 'Деньги остаются у {merchant}. Drawbridge их не хранит.',

  'order.mail.funded.subject': 'Заказ {reference} оплачен',
  'order.mail.funded.words':
    'Ваш покупатель оплатил заказ {reference}. {merchant} держит для вас {amount} до завершения заказа.',
  'order.mail.delivered.subject': 'Заказ {reference} доставлен',
  'order.mail.delivered.words':
    'По данным {merchant} заказ {reference} доставлен. Продавец получит {amount} {time}, если покупатель не возразит раньше.',
  'order.mail.soon.subject':
    'Заказ {reference}: до выплаты продавцу {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'order.mail.soon.words':
    'Речь о заказе {reference} в {merchant}. Продавец получит {amount} {time}, если покупатель не возразит раньше.',
  'order.mail.extended.subject': 'Заказ {reference}: покупатель продлил срок проверки',
  'order.mail.extended.words':
    'Покупатель заказа {reference} в {merchant} продлил срок проверки. Теперь продавец получит {amount} {time}, если покупатель не возразит раньше.',
  'order.mail.held.subject': 'Заказ {reference}: пока ничего не выплачивается',
  'order.mail.held.words':
    'Заказ {reference} в {merchant} приостановлен. Сумма {amount} остаётся на месте. Когда заказ продолжится, оставшееся время сохранится.',
  'order.mail.resumed.subject': 'Заказ {reference} продолжается',
  'order.mail.resumed.words':
    'Заказ {reference} в {merchant} продолжается. Продавец получит {amount} {time}, если покупатель не возразит раньше.',
  'order.mail.disputed.subject': 'Заказ {reference}: подано возражение',
  'order.mail.disputed.words':
    'По заказу {reference} подано возражение. Сумма {amount} остаётся на месте, пока не решит человек в {merchant}.',
  'order.mail.paying.subject': 'Заказ {reference}: вам идёт выплата',
  'order.mail.paying.words':
    '{merchant} платит вам {amount} за заказ {reference}. Чтобы узнать, как идёт выплата, откройте эту страницу:',
  'order.mail.paying.button': 'Открыть выплату',
  'order.mail.paid.subject': 'Заказ {reference}: продавец получил деньги',
  'order.mail.paid.words': 'Продавец по заказу {reference} в {merchant} получил {amount}.',
  'order.mail.refunding.subject': 'Заказ {reference}: покупателю возвращают деньги',
  'order.mail.refunding.words': 'Покупателю по заказу {reference} в {merchant} возвращают {amount}.',
  'order.mail.address.subject': 'Заказ {reference}: ваши деньги пойдут на другой адрес',
  'order.mail.address.words':
    'В {merchant} поступила просьба платить вам за заказ {reference} на другой адрес. Начиная с {time}, это будет:',
  'order.mail.address.notYou': 'Если вы об этом не просили, сразу напишите в {merchant}.',
  'order.mail.to': 'Деньги пойдут на {address}.',
  'order.mail.nowhere':
    'В {merchant} ещё не знают, куда вам платить. До тех пор ничего не выплачивается: сообщите им свой адрес.',
  'order.mail.object':
    'Если что-то не так, откройте страницу и возразите. Учётная запись не нужна. Если всё в порядке, ничего не делайте.',
  'order.mail.button': 'Открыть заказ',
  'order.mail.custody': 'Деньги остаются у {merchant}. Drawbridge их не хранит.',
} satisfies Translated<'order'>;
