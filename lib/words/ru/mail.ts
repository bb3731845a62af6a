import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{amount} для вас от {merchant}',
  'mail.invitation.words':
    '{merchant} платит вам {amount} в сети {network}. Чтобы получить деньги, откройте эту страницу:',
  'mail.reminder.subject': 'Вас всё ещё ждёт выплата {amount} от {merchant}',
  'mail.reminder.words':
    'У {merchant} всё ещё есть для вас {amount} в сети {network}. Чтобы получить деньги, откройте эту страницу:',
  'mail.link.subject': 'Ваша ссылка для получения {amount} от {merchant}',
  'mail.link.words': 'Это ваша ссылка для получения {amount} в сети {network} от {merchant}:',
  'mail.undone.subject': 'Сеть отменила выплату {amount} от продавца {merchant}',
  'mail.undone.words':
    'Вам уже пришла выплата {amount} от продавца {merchant}. Затем сеть {network} её отменила: это бывает редко, и ничьей вины в этом нет.',
  'mail.undone.reserved': 'Деньги снова зарезервированы для вас. Чтобы получить их, откройте эту страницу:',
  'mail.undone.over': 'Ваша ссылка больше не работает. Попросите продавца {merchant} заплатить вам снова.',
  'mail.link.button': 'Получить {amount}',
  'mail.link.purpose': 'За что, по словам плательщика: {description}',
  'mail.link.onlyYou':
    'Страница попросит код, который мы пришлём на этот адрес. Поэтому сама по себе ссылка никому не даёт денег, и получить их можете только вы.',
  'mail.link.until': 'Ссылка действует до {time}.',
  'mail.link.notYours':
    'Если вы ничего не ждёте от плательщика, откройте страницу и укажите, что это не для вас, или ничего не делайте.',
  'mail.code.subject': '{code} — ваш код для {host}',
  'mail.code.words':
    'Браузер на {host} запрашивает выплату {amount} от {merchant} владельцу этого почтового ящика. Если это вы, введите там этот код:',
  'mail.code.works':
    'Он действует один раз, {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}, и только в том браузере, где его запросили.',
  'mail.code.secret':
    'Никому его не говорите. Если это были не вы, ничего делать не нужно: без кода никто не получит деньги.',
} satisfies Translated<'mail'>;
