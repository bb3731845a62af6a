import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Ваша выплата',
  'claim.about': 'Об этой выплате',
  'claim.testMoney': 'Тестовые деньги',
  'claim.pays.now': '{merchant} платит вам',
  'claim.pays.done': 'Получено от {merchant}',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} платит это прямо из своего хранилища. Drawbridge показывает, как обстоят дела. Никому не давайте эту ссылку.',
  'claim.footer.now.wallet':
    '{merchant} платит это. Drawbridge показывает, как обстоят дела. Никому не давайте эту ссылку.',
  'claim.footer.done.contract':
    'Выплачено продавцом {merchant} прямо из его хранилища. Показывает Drawbridge. Никому не давайте эту ссылку.',
  'claim.footer.done.wallet': 'Выплачено продавцом {merchant}. Показывает Drawbridge. Никому не давайте эту ссылку.',
  'claim.footer.never': 'Показывает Drawbridge для {merchant}.',
  'claim.fact.for': 'За что',
  'claim.fact.amount': 'Сумма',
  'claim.fact.fee': 'Комиссия',
  'claim.fact.feeOfMerchant': 'Комиссия, платит {merchant}',
  'claim.fact.net.now': 'Вы получаете',
  'claim.fact.net.done': 'Вы получили',
  'claim.fact.net.never': 'После комиссии',
  'claim.fact.to': 'Куда',
  'claim.fact.anyWallet': 'Кошелёк по вашему выбору',
  'claim.fact.network': 'Сеть',
  'claim.fact.inVault': 'В хранилище',
  'claim.fact.inVault.funded': 'Да, готово для вас',
  'claim.fact.inVault.short': 'Пока нет',
  'claim.fact.inVault.unknown': 'Сейчас нельзя проверить',
  'claim.fact.until': 'Ссылка действует до',
  'claim.fact.details': 'Подробности',
  'claim.fact.reference': 'Номер у продавца',
  'claim.fact.vault': 'Хранилище, которое платит',
  'claim.fact.token': 'Токен {symbol}',
  'claim.fact.networkNumber': 'Номер сети',
  'claim.fact.transfer': 'Перевод',
  'claim.fact.paidTo': 'Выплачено на',
  'claim.fact.earlier': 'Прежний перевод:',
  'claim.fact.reason': 'Причина: {reason}',
  'claim.do.lookAgain': 'Проверить ещё раз',
  'claim.do.askForHelp': 'Попросить помощи у {merchant}',
  'claim.do.back': 'Вернуться к {merchant}',
  'claim.do.receipt': 'Открыть квитанцию',
  'claim.do.continue': 'Продолжить с кошельком',
  'claim.do.code': 'Отправить код на {email}',
  'claim.do.codeSending': 'Отправляем код…',
  'claim.do.looking': 'Ищем ваш кошелёк…',
  'claim.walletPartMissing':
    'Часть страницы для кошелька не загрузилась. Из хранилища ничего не ушло. Проверьте соединение и нажмите ещё раз или обновите страницу.',
  'claim.noScript': 'Чтобы подключить кошелёк, нужен JavaScript, а в этом браузере он выключен.',
  'claim.offline': 'Сейчас нет соединения. Как только оно появится, страница обновится сама.',
  'claim.fact.promised': 'Обещано',
  'claim.lapsed.heading': 'Посмотрите сумму ещё раз',
  'claim.lapsed.words':
    '{merchant} обещает вам {amount}. Выплата идёт цифровыми деньгами, и её размер с тех пор изменился. Деньги не переводились.',
  'claim.lapsed.go': 'Посмотреть, сколько вы получите сейчас',
  'claim.quote.heading': 'Сколько вы получите сейчас',
  'claim.quote.words': 'Вам обещано {amount}. Вот сколько это по текущему курсу.',
  'claim.quote.asking': 'Узнаём курс…',
  'claim.quote.accept': 'Принять {amount}',
  'claim.quote.failed': 'Сейчас курса нет. Деньги не переводились. Попробуйте ещё раз через минуту.',
  'claim.quote.again': 'Спросить ещё раз',
  'claim.quote.choose': 'В чём вам платят',
  'claim.ready.heading': 'Готово для вас',
  'claim.ready.mailbox':
    'Деньги на месте. Сначала подтвердите, что этот почтовый ящик ваш: мы отправим код на {email}. Потом выберите, куда пойдут деньги.',
  'claim.ready.words':
    'Деньги на месте. Они идут прямо от {merchant} в ваш кошелёк за один шаг; вы платите только комиссию сети, в {currency}.',
  'claim.ready.earlierLink':
    'Только что использовали ссылку, которую заменила эта. До {time} выплата ещё может уйти на кошелёк, указанный там. Подождите до этого времени: иначе вы можете заплатить комиссию сети напрасно.',
  'claim.ready.relayed':
    'Деньги на месте. Они идут прямо от {merchant} в ваш кошелёк. Вы за это ничего не платите: комиссию сети платят за вас.',
  'claim.do.sendToMine': 'Отправить на мой кошелёк {address}',
  'claim.do.sending': 'Отправляется…',
  'claim.do.connect': 'Подключить мой кошелёк',
  'claim.do.paste': 'Вставить адрес',
  'claim.do.paySelf': 'Оплатить комиссию сети за свой счёт',
  'claim.do.sign': 'Подписать моим кошельком',
  'claim.do.noWallet': 'У меня ещё нет кошелька',
  'claim.ready.sign':
    '{merchant} просит вас сначала подписать кошельком, что эта выплата ваша. Это ничего не стоит, деньги при этом не переводятся.',
  'claim.partMissing':
    'Эта часть страницы не загрузилась. Из хранилища ничего не ушло. Проверьте соединение и нажмите ещё раз или обновите страницу.',
  'claim.noWallet.heading': 'Как получить деньги без кошелька',
  'claim.noWallet.what': '{symbol} — это цифровые деньги, а кошелёк — приложение, которое их хранит.',
  'claim.noWallet.free': 'Кошелёк ничего не стоит, его можно завести за несколько минут.',
  'claim.noWallet.secret':
    'Он даст вам список секретных слов: запишите их на бумаге и никому не показывайте, ведь эти слова и есть деньги.',
  'claim.noWallet.then': 'Потом откройте эту ссылку снова, она действует до {time}, и укажите, куда отправить деньги.',
  'claim.noWallet.get': 'Установить кошелёк на телефон',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'Или воспользуйтесь биржей',
  'claim.noWallet.exchange.words':
    'Если у вас есть счёт на бирже, найдите там адрес для пополнения {symbol} в сети {network}. Вернитесь к выплате и вставьте этот адрес.',
  'claim.noWallet.later': 'Или сделайте это позже',
  'claim.noWallet.later.words': 'Деньги остаются за вами до {time}. Сохраните эту ссылку и никому её не давайте.',
  'claim.noWallet.copy': 'Скопировать ссылку',
  'claim.noWallet.share': 'Поделиться ссылкой',
  'claim.noWallet.mailMyself': 'Отправить себе по почте',
  'claim.noWallet.remind': 'Прислать мне ещё раз позже',
  'claim.noWallet.reminded': 'Мы пришлём её ещё раз на {email} в течение суток.',
  'claim.noWallet.remindFailed': 'Не получилось. Сохраните ссылку, которая пришла вам по почте.',
  'claim.noWallet.back': 'Вернуться к выплате',
  'claim.relay.queued.heading': 'Отправляется',
  'claim.relay.sent.heading': 'В пути',
  'claim.relay.waiting.heading': 'Ожидает отправки',
  'claim.relay.to': 'Отправляется на',
  'claim.relay.words': 'Вам не нужно ничего делать и ничего платить. Обычно сети хватает меньше минуты.',
  'claim.relay.waiting.words':
    'Как только это пройдёт, выплата отправится сама. Можно подождать или сейчас оплатить комиссию сети за свой счёт. Вам заплатят один раз.',
  'claim.relay.close': 'Страницу можно закрыть. Всё идёт и без неё, а эта ссылка всегда показывает, как обстоят дела.',
  'claim.relay.orSelf': 'Можно подождать и вернуться по этой ссылке или оплатить комиссию сети за свой счёт.',
  'claim.relay.ended': 'Выплата не отправлена. Из хранилища ничего не ушло.',
  'claim.relay.reason.no_account': 'Выплаты в сети {network} здесь за вас не отправляют.',
  'claim.relay.reason.accounts_low':
    'Сейчас это нельзя отправить за вас по причине на нашей стороне. Нам о ней сообщили.',
  'claim.relay.reason.gas_too_dear':
    'Комиссия сети {network} сейчас необычно высока, поэтому мы ждём, пока она снизится.',
  'claim.relay.reason.node_silent': 'Сейчас у нас нет связи с сетью {network}.',
  'claim.relay.reason.merchant_budget':
    'Сумма, которую {merchant} платит за комиссии сети в день, исчерпана. Отправка продолжится завтра.',
  'claim.relay.reason.link_budget': 'Сегодня эту ссылку использовали для этого слишком часто.',
  'claim.relay.reason.address_budget':
    'Сегодня на этот адрес отправили так много, что до завтра больше ничего не отправляется.',
  'claim.relay.reason.tried_too_often':
    'Сеть отклонила это несколько раз. Через некоторое время можно попробовать снова.',
  'claim.relay.reason.not_payable': '{merchant} сейчас не может это выплатить.',
  'claim.relay.reason.skipped': 'Сеть это пропустила.',
  'claim.relay.reason.not_mined': 'Сеть не приняла это вовремя.',
  'claim.relay.reason.closed': 'Эта выплата больше не открыта.',
  'claim.relay.reason.claimed_otherwise': 'Выплата сделана другим способом.',
  'claim.relay.reason.key_of_link': 'У этой ссылки свой ключ, поэтому получение начинают из кошелька.',
  'claim.relay.reason.link_replaced': 'Продавец {merchant} заменил ссылку, по которой запросили отправку.',
  'claim.relay.reason.approval_changed': 'Продавец {merchant} должен одобрить её снова.',
  'claim.relay.reason.recipient_refused': 'Этот адрес не может получить выплату.',
  'claim.relay.reason.failed_often': 'Несколько попыток не удались, больше их не будет.',
  'claim.sent.heading': 'Отправлено',
  'claim.sent.ago': 'Отправлено {ago}, сеть этого пока не показывает.',
  'claim.sent.now': 'Отправлено только что, сеть этого пока не показывает.',
  'claim.sent.words':
    'Обычно сеть показывает это через несколько секунд, и тогда страница скажет, как идут дела. Страницу можно закрыть.',
  'claim.sent.notMe': 'Это отправлено не мной',
  'claim.sent.notMe.words':
    'Тогда это мог сделать другой человек с этой ссылкой. Сколько бы раз это ни отправили, выплата будет одна и на один кошелёк.',
  'claim.sent.late': 'Это длится дольше обычного, возможно, из-за низкой комиссии сети.',
  'claim.sent.costOfAgain':
    'Отправить ещё раз безопасно, ведь вам заплатят один раз; но если пройдут обе отправки, одна из двух комиссий сети пропадёт.',
  'claim.approval.heading': 'Ожидает одобрения',
  'claim.approval.contract':
    'Продавец {merchant} ещё должен одобрить эту выплату. Из хранилища ничего не ушло. Можно закрыть страницу и вернуться по той же ссылке; когда выплату одобрят, страница изменится сама.',
  'claim.approval.wallet':
    'Продавец {merchant} ещё должен одобрить эту выплату. Перевода по ней пока не видно. Можно закрыть страницу и вернуться по той же ссылке; когда выплату одобрят, страница изменится сама.',
  'claim.byHand.heading': '{merchant} вам заплатит',
  'claim.byHand.words':
    'Вам ничего не нужно делать. Продавец {merchant} сам отправит эту выплату на адрес ниже и оплатит комиссию сети. Можно закрыть страницу и вернуться по той же ссылке; когда деньги будут в пути, страница изменится сама.',
  'claim.direct.words':
    'Вам не нужно ничего делать и ничего платить. Выплата отправится на адрес ниже сама, а комиссия сети будет оплачена за вас.',
  'claim.direct.next': 'Вам ничего не нужно делать: как только это пройдёт, выплата отправится сама.',
  'claim.funds.heading': 'Ожидает средств',
  'claim.funds.heading.limit': 'Ждём восстановления дневного лимита',
  'claim.funds.funds':
    'В хранилище {merchant} сейчас слишком мало для этой выплаты; продавцу {merchant} об этом сообщили.',
  'claim.funds.allowance':
    'Хранилищу {merchant} сейчас не разрешено платить столько; продавцу {merchant} об этом сообщили.',
  'claim.funds.limit':
    'То, что можно выплатить из хранилища {merchant} за 24 часа, пока исчерпано. Лимит восстанавливается сам, час за часом.',
  'claim.funds.next': 'Страницу можно закрыть. Она сама предложит выплату, как только хранилище сможет её сделать.',
  'claim.reserved': 'Из хранилища ничего не ушло, и ваша выплата остаётся за вами до {time}.',
  'claim.obstacle.byItself': 'Страница сама предложит выплату, как только это изменится; её можно закрыть.',
  'claim.obstacle.told': 'Продавцу {merchant} об этом сообщили.',
  'claim.obstacle.token_paused.heading': 'Токен {symbol} остановлен для всех',
  'claim.obstacle.token_paused.why':
    'Эмитент {symbol} остановил все переводы этого токена, поэтому сейчас никто не может его отправить или получить.',
  'claim.obstacle.vault_blocked.heading': 'Продавцу нужно кое-что уладить',
  'claim.obstacle.vault_blocked.why':
    'Эмитент {symbol} заблокировал хранилище {merchant}, поэтому из него ничего нельзя выплатить. С вами это не связано.',
  'claim.obstacle.signer_terms.heading': 'Ожидает продавца',
  'claim.obstacle.signer_terms.why': 'Хранилище {merchant} сейчас не разрешает нам сделать эту выплату.',
  'claim.obstacle.token_fee.heading': '{symbol} дойдёт не полностью',
  'claim.obstacle.token_fee.why':
    'Эмитент {symbol} теперь удерживает часть каждого перевода, и вы получили бы меньше, чем договаривались.',
  'claim.obstacle.token_fee.next': 'Мы ждём, пока сможет дойти вся сумма.',
  'claim.obstacle.recipient_blocked.heading': 'Этот кошелёк заблокирован',
  'claim.obstacle.recipient_blocked.why':
    'Эмитент {symbol} заблокировал кошелёк, для которого эта выплата, и снять блокировку может только он.',
  'claim.obstacle.recipient_blocked.next':
    'Продавцу {merchant} об этом сообщили. Попросите новую выплату на другой ваш кошелёк.',
  'claim.obstacle.token_refuses.heading': 'Токен {symbol} отклоняет выплату',
  'claim.obstacle.token_refuses.why':
    'Мы спросили токен {symbol}, пройдёт ли эта выплата. Она не пройдёт, а причину он не называет.',
  'claim.obstacle.signer_declined.heading': 'Сначала это должен разрешить продавец',
  'claim.obstacle.signer_declined.why':
    'Продавец {merchant} сам подписывает свои выплаты и при последней попытке эту не подписал.',
  'claim.obstacle.signer_unreachable.heading': 'Продавец не ответил',
  'claim.obstacle.signer_unreachable.why':
    'Продавец {merchant} сам подписывает свои выплаты, и при последней попытке его сервер не ответил.',
  'claim.obstacle.screening.heading': 'Сначала это должен проверить продавец',
  'claim.obstacle.screening.why':
    'Продавец {merchant} проверяет, кому платит, и должен посмотреть эту выплату, прежде чем она продолжится.',
  'claim.obstacle.other.heading': 'Сеть это отклонит',
  'claim.obstacle.other.why': 'При последней попытке сеть отклонила бы выплату, не называя причины.',
  'claim.obstacle.other.next':
    'Продавцу {merchant} об этом сообщили. Можете попробовать ещё раз: попытка ничего не стоит.',
  'claim.obstacle.our_clock.heading': 'Наши часы идут неверно',
  'claim.obstacle.our_clock.why':
    'Часы нашего сервера расходятся с часами сети, поэтому то, что мы подпишем, не будет принято. Это наша вина.',
  'claim.obstacle.our_clock.next': 'Нашему оператору об этом сообщили.',
  'claim.stopped.heading': 'Выплаты пока приостановлены',
  'claim.stopped.words':
    'Оператор этого портала пока приостановил выплаты из предосторожности. Деньги никуда не ушли, и ваша выплата сохраняется за вами до {time}.',
  'claim.stopped.next':
    'Вам ничего не нужно делать. Сохраните эту ссылку: когда выплаты возобновятся, эта страница сама это покажет.',
  'claim.networkDown.heading': 'Нет связи с сетью',
  'claim.networkDown.words':
    'Сейчас мы не получаем данных от сети {network}: мы не видим, на месте ли деньги, и пока ничего не предлагаем. Причина на нашей стороне, ваша выплата в безопасности: вам заплатят один раз, даже если за это время отправили несколько переводов.',
  'claim.networkDown.next': 'Страница сама продолжает попытки.',
  'claim.reverted.heading': 'Сеть отклонила перевод',
  'claim.reverted.words':
    'Из хранилища ничего не ушло; потрачена только комиссия сети. Выплата по-прежнему ваша, можно попробовать ещё раз с новым запросом. Заплатить вам могут только один раз.',
  'claim.replaced.heading': 'Ваш кошелёк отправил вместо этого другое',
  'claim.replaced.words':
    'Перевод отменили или заменили в вашем кошельке до того, как сеть его приняла. Из хранилища ничего не ушло, выплата по-прежнему ваша.',
  'claim.dropped.heading': 'Сеть потеряла перевод',
  'claim.dropped.words':
    'Его нет ни в одном блоке, который мы прочли, часто из-за слишком низкой комиссии сети. Отправьте ещё раз: даже если первый появится позже, заплатить вам могут только один раз. За это придётся заплатить ещё одну комиссию сети.',
  'claim.processing.heading': 'В пути',
  'claim.processing.soon': 'Обычно сеть подтверждает это за несколько секунд.',
  'claim.processing.minute': 'Обычно сеть подтверждает это меньше чем за минуту.',
  'claim.processing.minutes':
    'Обычно сеть подтверждает это {minutes, plural, one {примерно за # минуту} few {примерно за # минуты} many {примерно за # минут} other {примерно за # минуты}}.',
  'claim.processing.doubtful.heading': 'Проверяем',
  'claim.processing.doubtful':
    'Перевод отправлен, но ответа мы не получили. Мы проверяем в сети, ушли ли деньги, и пока не узнаем, ничего больше не отправляем.',
  'claim.processing.close': 'Страницу можно закрыть. Перевод идёт и без неё, а эта ссылка всегда показывает, где он.',
  'claim.differs.heading': 'Выплачено, но не так, как договаривались',
  'claim.differs.words':
    'Сеть подтвердила выплату на ваш кошелёк. {reason} Это не ваша вина, и исправить это здесь вы не можете.',
  'claim.differs.next':
    '{merchant} тоже это видит и решает, что будет с остальным. Эта ссылка покажет, чем всё закончится.',
  'claim.step.sent': 'Отправлено вашим кошельком',
  'claim.step.sentForYou': 'Отправлено за вас',
  'claim.step.seen': 'Сеть видит перевод',
  'claim.step.unseen': 'Ждём, когда сеть увидит перевод',
  'claim.step.confirming': 'Подтверждается: {count} из {needed}',
  'claim.step.confirmed': 'Подтверждено сетью',
  'claim.step.paid': 'Выплачено',
  'claim.step.done': '(готово)',
  'claim.completed.heading': 'Выплачено',
  'claim.completed.words': 'Деньги в вашем кошельке, сеть это подтвердила.',
  'claim.alreadyPaid.heading': 'Уже выплачено',
  'claim.alreadyPaid.contract':
    'Эта ссылка уже использована. Ссылка платит один раз, поэтому получать здесь больше нечего.',
  'claim.alreadyPaid.contract.on':
    'Эта ссылка использована, выплата сделана {time}. Ссылка платит один раз, поэтому получать здесь больше нечего.',
  'claim.alreadyPaid.wallet': 'Эта выплата вам отправлена. Делать здесь больше нечего.',
  'claim.alreadyPaid.wallet.on': 'Эта выплата вам отправлена и сделана {time}. Делать здесь больше нечего.',
  'claim.cancelling.heading': 'Отменяется',
  'claim.cancelling.words': '{merchant} отменяет эту выплату, поэтому начать получение уже нельзя.',
  'claim.cancelling.until':
    'Получение, которое отправили или подготовили раньше, ещё может пройти до {time}. Если оно пройдёт, вам заплатят, и страница об этом скажет.',
  'claim.cancelling.onChain':
    'То, что подписано для этой ссылки, действует до этого времени. Раньше оно закончится, только если продавец отменит его и в сети.',
  'claim.cancelled.heading': 'Эта выплата отменена',
  'claim.cancelled.contract':
    'Её отменил продавец {merchant}. Из хранилища ничего не ушло, и по этой ссылке больше нельзя получить деньги. Если вы ждали этих денег, спросите {merchant}.',
  'claim.cancelled.wallet':
    'Её отменил продавец {merchant}. Перевода по ней не было видно, и больше её не отправят. Если вы ждали этих денег, спросите {merchant}.',
  'claim.expired.heading.contract': 'Срок этой ссылки истёк',
  'claim.expired.heading.wallet': 'Срок этой выплаты истёк',
  'claim.expired.contract':
    'Ссылка действовала до {time}. Из хранилища ничего не ушло: деньги по-прежнему у {merchant}. Попросите новую ссылку у продавца.',
  'claim.expired.wallet':
    'Выплату должны были отправить до {time}. Перевода по ней не было видно: деньги по-прежнему у {merchant}. Попросите новую выплату у продавца.',
  'claim.failed.heading': 'Эта выплата не удалась',
  'claim.failed.differs':
    'В ваш кошелёк пришло не то, о чём договаривались, и продавец {merchant} не считает это этой выплатой. О том, что вы получили, договоритесь с ним; по этой ссылке больше ничего не выплачивается.',
  'claim.failed.undone':
    'Перевод был отменён уже после того, как выплата считалась сделанной: денег в вашем кошельке нет. Продавцу {merchant} об этом сообщили, и он должен начать её заново; отсюда вы ничего отправить не можете.',
  'claim.verify.title': 'Подтвердите, что кошелёк ваш',
  'claim.verify.asks': '{merchant} просит вас',
  'claim.verify.open.heading': 'Подтвердите, что кошелёк ваш',
  'claim.verify.open.words':
    'Подключите кошелёк и подпишите им короткий текст. Это ничего не стоит, деньги при этом не переводятся. {merchant} получит адрес и подпись, и больше ничего.',
  'claim.verify.open.bound': 'Нужен именно этот кошелёк:',
  'claim.verify.open.until': 'Эта ссылка действует до {time}.',
  'claim.verify.done.heading': 'Готово',
  'claim.verify.done.words': 'Продавцу {merchant} сообщили, что этот кошелёк ваш. Страницу можно закрыть.',
  'claim.verify.expired.heading': 'Срок этой ссылки истёк',
  'claim.verify.expired.words': 'Попросите новую у {merchant}.',
  'claim.verify.footer': 'Показывает Drawbridge для {merchant}. Никому не давайте эту ссылку.',
  'claim.unknown.heading': 'Эта ссылка неизвестна',
  'claim.unknown.words': 'По этой ссылке нет выплаты.',
  'claim.unknown.next':
    'Проверьте, что вы открыли ссылку целиком, до последней буквы. Если вам прислали более новую, откройте её: новая ссылка заменяет старую. Иначе спросите того, кто её прислал.',
  'claim.reason.claim_reverted': 'Сеть выполнила получение и отклонила его.',
  'claim.reason.payment_reverted': 'Сеть выполнила выплату и отклонила её.',
  'claim.reason.moved_something_else': 'Оказалось, что перевод с этим хешем переместил что-то другое.',
  'claim.reason.paid_something_else': 'Оказалось, что перевод с этим хешем оплатил что-то другое.',
  'claim.reason.reorganised': 'Перестройка цепочки блоков отменила выплату.',
  'claim.reason.not_as_agreed': 'Это не то, о чём договорились.',
  'claim.reason.no_claim_reported': 'Контракт не сообщил о получении.',
  'claim.reason.recipient_not_signed_for': 'Деньги ушли на адрес, для которого здесь ничего не подписывали.',
  'claim.reason.other_amount': 'Деньги пришли получателю, но не ровно эта сумма.',
} satisfies Translated<'claim'>;
