import type { Translated } from '@/lib/words/english';

export default {
  'claim.title': 'Su pago',
  'claim.about': 'Sobre este pago',
  'claim.testMoney': 'Dinero de prueba',
  'claim.pays.now': '{merchant} le paga',
  'claim.pays.done': '{merchant} le pagó',
  'claim.pays.never': '{merchant}',
  'claim.footer.now.contract':
    '{merchant} paga esto directamente desde su propia bóveda. Drawbridge muestra el estado. No comparta este enlace.',
  'claim.footer.now.wallet': '{merchant} paga esto. Drawbridge muestra el estado. No comparta este enlace.',
  'claim.footer.done.contract':
    'Pagado por {merchant} directamente desde su propia bóveda. Drawbridge lo muestra. No comparta este enlace.',
  'claim.footer.done.wallet': 'Pagado por {merchant}. Drawbridge lo muestra. No comparta este enlace.',
  'claim.footer.never': 'Drawbridge lo muestra para {merchant}.',
  'claim.fact.for': 'Concepto',
  'claim.fact.amount': 'Importe',
  'claim.fact.fee': 'Comisión',
  'claim.fact.feeOfMerchant': 'Comisión, a cargo de {merchant}',
  'claim.fact.net.now': 'Usted recibe',
  'claim.fact.net.done': 'Usted recibió',
  'claim.fact.net.never': 'Después de la comisión',
  'claim.fact.to': 'Para',
  'claim.fact.anyWallet': 'Una billetera de su elección',
  'claim.fact.network': 'Red',
  'claim.fact.inVault': 'En la bóveda',
  'claim.fact.inVault.funded': 'Sí, listo para usted',
  'claim.fact.inVault.short': 'Todavía no',
  'claim.fact.inVault.unknown': 'No se puede comprobar ahora',
  'claim.fact.until': 'El enlace vale hasta',
  'claim.fact.details': 'Detalles',
  'claim.fact.reference': 'Referencia',
  'claim.fact.vault': 'Bóveda que paga',
  'claim.fact.token': 'Token {symbol}',
  'claim.fact.networkNumber': 'Número de red',
  'claim.fact.transfer': 'Transferencia',
  'claim.fact.paidTo': 'Pagado a',
  'claim.fact.earlier': 'La transferencia anterior:',
  'claim.fact.reason': 'Motivo: {reason}',
  'claim.do.lookAgain': 'Comprobar de nuevo',
  'claim.do.askForHelp': 'Pedir ayuda a {merchant}',
  'claim.do.back': 'Volver a {merchant}',
  'claim.do.receipt': 'Abrir el recibo',
  'claim.do.continue': 'Continuar con una billetera',
  'claim.do.code': 'Enviar un código a {email}',
  'claim.do.codeSending': 'Enviando el código…',
  'claim.do.looking': 'Buscando su billetera…',
  'claim.walletPartMissing':
    'La parte de esta página para billeteras no se cargó. No ha salido nada de la bóveda. Revise su conexión y pulse de nuevo, o vuelva a cargar la página.',
  'claim.noScript': 'Para conectar una billetera hace falta JavaScript, que está desactivado en este navegador.',
  'claim.offline': 'No hay conexión ahora. La página se pondrá al día sola en cuanto la haya.',
  'claim.fact.promised': 'Prometido',
  'claim.lapsed.heading': 'Vuelva a mirar el importe',
  'claim.lapsed.words':
    '{merchant} le prometió {amount}. Se paga en dinero digital, y su equivalencia ha cambiado desde entonces. No se ha movido nada.',
  'claim.lapsed.go': 'Ver cuánto recibe ahora',
  'claim.quote.heading': 'Lo que recibe ahora',
  'claim.quote.words': 'Se le prometió {amount}. Esto es lo que equivale al cambio de ahora.',
  'claim.quote.before':
    'Se le prometió {amount}. Cuando haya confirmado que este buzón es suyo, verá aquí lo que equivale al cambio de ahora.',
  'claim.quote.asking': 'Consultando el cambio…',
  'claim.quote.accept': 'Aceptar {amount}',
  'claim.quote.failed':
    'Ahora mismo no hay un cambio disponible. No se ha movido nada. Inténtelo de nuevo en un minuto.',
  'claim.quote.unpayable':
    'En este momento no se puede pagar en este activo. No se ha movido nada. Elija otro o inténtelo más tarde.',
  'claim.quote.again': 'Volver a consultar',
  'claim.quote.choose': 'En qué se le paga',
  'claim.ready.heading': 'Listo para usted',
  'claim.ready.mailbox':
    'El dinero está disponible. Primero demuestre que este buzón es suyo: enviamos un código a {email}. Después elija adónde va el dinero.',
  'claim.ready.words':
    'El dinero está disponible. Va directamente de {merchant} a su billetera en un solo paso; usted solo paga la comisión de red, en {currency}.',
  'claim.ready.earlierLink':
    'Hace un momento se usó un enlace anterior, ya reemplazado por este. Hasta el {time} todavía puede pagarse a la billetera indicada allí. Espere hasta entonces: si no, podría pagar en vano una comisión de red.',
  'claim.ready.relayed':
    'El dinero está disponible. Va directamente de {merchant} a su billetera. Usted no paga nada por ello: la comisión de red no corre por su cuenta.',
  'claim.do.sendToMine': 'Enviar a mi billetera {address}',
  'claim.do.sending': 'Enviando…',
  'claim.do.connect': 'Conectar mi billetera',
  'claim.do.paste': 'Pegar una dirección',
  'claim.do.paySelf': 'Pagar yo la comisión de red',
  'claim.do.sign': 'Firmar con mi billetera',
  'claim.do.noWallet': 'Todavía no tengo billetera',
  'claim.ready.sign':
    '{merchant} le pide que primero firme con su billetera que este pago es suyo. No cuesta nada y no mueve dinero.',
  'claim.partMissing':
    'Esta parte de la página no se cargó. No ha salido nada de la bóveda. Revise su conexión y pulse de nuevo, o vuelva a cargar la página.',
  'claim.noWallet.heading': 'Cobrar sin tener billetera',
  'claim.noWallet.what': '{symbol} es dinero digital, y una billetera es la aplicación que lo guarda.',
  'claim.noWallet.free': 'Una billetera no cuesta nada, y puede crear una en pocos minutos.',
  'claim.noWallet.secret':
    'Le da una lista de palabras secretas: escríbalas en papel y no se las muestre a nadie, porque son el dinero.',
  'claim.noWallet.then':
    'Después abra otra vez este enlace, que vale hasta el {time}, e indique adónde debe ir el dinero.',
  'claim.noWallet.get': 'Obtener una billetera para su teléfono',
  'claim.noWallet.ios': 'iPhone',
  'claim.noWallet.android': 'Android',
  'claim.noWallet.exchange': 'O use una plataforma de intercambio',
  'claim.noWallet.exchange.words':
    'Si tiene una cuenta en una plataforma de intercambio, busque allí la dirección de depósito de {symbol} en {network}. Vuelva al pago y pegue esa dirección.',
  'claim.noWallet.later': 'O hágalo más tarde',
  'claim.noWallet.later.words':
    'El dinero queda reservado para usted hasta el {time}. Guarde este enlace y no se lo dé a nadie.',
  'claim.noWallet.copy': 'Copiar el enlace',
  'claim.noWallet.share': 'Compartir el enlace',
  'claim.noWallet.mailMyself': 'Enviármelo por correo',
  'claim.noWallet.remind': 'Enviármelo de nuevo más tarde',
  'claim.noWallet.reminded': 'Lo enviaremos de nuevo a {email} en el plazo de un día.',
  'claim.noWallet.remindFailed': 'No ha funcionado. Guarde el enlace que recibió por correo.',
  'claim.noWallet.back': 'Volver al pago',
  'claim.relay.queued.heading': 'Enviando',
  'claim.relay.sent.heading': 'En camino',
  'claim.relay.waiting.heading': 'A la espera de enviarse',
  'claim.relay.to': 'Se envía a',
  'claim.relay.words': 'Usted no tiene que hacer ni pagar nada. La red suele tardar menos de un minuto.',
  'claim.relay.waiting.words':
    'Se envía solo en cuanto eso pase. Puede esperar o pagar usted ahora la comisión de red. Se le paga una sola vez.',
  'claim.relay.close': 'Puede cerrar esta página. El envío sigue sin ella, y este enlace siempre muestra el estado.',
  'claim.relay.orSelf': 'Puede esperar y volver con este enlace, o pagar usted la comisión de red.',
  'claim.relay.ended': 'No se envió. No ha salido nada de la bóveda.',
  'claim.relay.reason.no_account': 'Aquí no hacemos el envío por usted en {network}.',
  'claim.relay.reason.accounts_low':
    'Ahora no podemos hacer el envío por usted, por un motivo nuestro. Ya recibimos el aviso.',
  'claim.relay.reason.gas_too_dear':
    'La comisión de red en {network} está ahora más alta de lo normal, así que esperamos a que baje.',
  'claim.relay.reason.node_silent': 'No podemos comunicarnos con {network} ahora.',
  'claim.relay.reason.merchant_budget':
    'Lo que {merchant} paga por día en comisiones de red ya se agotó. El envío continúa mañana.',
  'claim.relay.reason.link_budget': 'Este enlace se usó hoy demasiadas veces para esto.',
  'claim.relay.reason.address_budget': 'Hoy ya se envió tanto a esta dirección que no se envía más hasta mañana.',
  'claim.relay.reason.tried_too_often':
    'La red lo ha rechazado varias veces. Dentro de un rato se puede intentar otra vez.',
  'claim.relay.reason.not_payable': '{merchant} no puede pagar esto ahora.',
  'claim.relay.reason.skipped': 'La red lo pasó por alto.',
  'claim.relay.reason.not_mined': 'La red no lo aceptó a tiempo.',
  'claim.relay.reason.closed': 'Este pago ya no está abierto.',
  'claim.relay.reason.claimed_otherwise': 'Se pagó de otra manera.',
  'claim.relay.reason.key_of_link': 'Este enlace tiene una clave propia, así que se cobra desde una billetera.',
  'claim.relay.reason.link_replaced': '{merchant} reemplazó el enlace con el que se pidió.',
  'claim.relay.reason.approval_changed': '{merchant} tiene que aprobarlo de nuevo.',
  'claim.relay.reason.recipient_refused': 'Esta dirección no puede recibir el pago.',
  'claim.relay.reason.failed_often': 'Falló varias veces, así que no se intenta más.',
  'claim.sent.heading': 'Enviado',
  'claim.sent.ago': 'Se envió {ago} y la red todavía no lo muestra.',
  'claim.sent.now': 'Se acaba de enviar y la red todavía no lo muestra.',
  'claim.sent.words':
    'La red suele mostrarlo en unos segundos, y entonces esta página indica cuánto falta. Puede cerrar la página.',
  'claim.sent.notMe': 'Yo no envié esto',
  'claim.sent.notMe.words':
    'Entonces pudo ser otra persona con este enlace. Por muchas personas que lo envíen, se paga una sola vez y a una sola billetera.',
  'claim.sent.late': 'Tarda más de lo normal, quizá porque la comisión de red es baja.',
  'claim.sent.costOfAgain':
    'Enviarlo otra vez es seguro, porque se le paga una sola vez; pero si llegan los dos envíos, se pierde una de las dos comisiones de red.',
  'claim.approval.heading': 'A la espera de aprobación',
  'claim.approval.contract':
    '{merchant} todavía tiene que aprobar este pago. No ha salido nada de la bóveda. Puede cerrar esta página y volver con el mismo enlace; cambia sola cuando llegue la aprobación.',
  'claim.approval.wallet':
    '{merchant} todavía tiene que aprobar este pago. No se ha visto ningún envío. Puede cerrar esta página y volver con el mismo enlace; cambia sola cuando llegue la aprobación.',
  'claim.byHand.heading': '{merchant} le va a pagar',
  'claim.byHand.words':
    'Usted no tiene que hacer nada. {merchant} envía este pago a la dirección de abajo y paga la comisión de red. Puede cerrar esta página y volver con el mismo enlace; cambia sola cuando el dinero esté en camino.',
  'claim.direct.words':
    'Usted no tiene que hacer ni pagar nada. El pago se envía de forma automática a la dirección de abajo, y la comisión de red no corre por su cuenta.',
  'claim.direct.next': 'Usted no tiene que hacer nada: el pago se envía de forma automática en cuanto eso pase.',
  'claim.funds.heading': 'A la espera de fondos',
  'claim.funds.heading.limit': 'A la espera del límite diario',
  'claim.funds.funds': 'La bóveda de {merchant} no tiene suficiente para este pago ahora; ya avisamos a {merchant}.',
  'claim.funds.allowance': 'La bóveda de {merchant} no puede pagar tanto ahora; ya avisamos a {merchant}.',
  'claim.funds.limit':
    'Lo que la bóveda de {merchant} puede pagar en 24 horas está agotado por ahora. Se repone solo, hora tras hora.',
  'claim.funds.next': 'Puede cerrar esta página. Ofrece el pago sola en cuanto la bóveda pueda pagarlo.',
  'claim.reserved': 'No ha salido nada de la bóveda, y su pago queda reservado para usted hasta el {time}.',
  'claim.obstacle.byItself': 'Esta página ofrece el pago sola en cuanto eso cambie; puede cerrarla.',
  'claim.obstacle.told': 'Ya avisamos a {merchant}.',
  'claim.obstacle.token_paused.heading': '{symbol} está detenido para todos',
  'claim.obstacle.token_paused.why':
    'El emisor de {symbol} ha detenido todas sus transferencias, así que ahora nadie puede enviar ni recibir.',
  'claim.obstacle.vault_blocked.heading': 'El comercio tiene que resolver algo',
  'claim.obstacle.vault_blocked.why':
    'El emisor de {symbol} ha bloqueado la bóveda de {merchant}, así que no se puede pagar nada desde ella. No tiene nada que ver con usted.',
  'claim.obstacle.signer_terms.heading': 'A la espera del comercio',
  'claim.obstacle.signer_terms.why': 'La bóveda de {merchant} no nos permite pagar esto en este momento.',
  'claim.obstacle.token_fee.heading': '{symbol} llegaría incompleto',
  'claim.obstacle.token_fee.why':
    'El emisor de {symbol} se queda ahora con una parte de cada transferencia, así que usted recibiría menos de lo acordado.',
  'claim.obstacle.token_fee.next': 'Esperamos hasta que llegue el importe completo.',
  'claim.obstacle.recipient_blocked.heading': 'Esta billetera está bloqueada',
  'claim.obstacle.recipient_blocked.why':
    'El emisor de {symbol} ha bloqueado la billetera a la que va este pago, y solo él puede desbloquearla.',
  'claim.obstacle.recipient_blocked.next': 'Ya avisamos a {merchant}. Pídale un pago nuevo a otra billetera suya.',
  'claim.obstacle.token_refuses.heading': '{symbol} rechaza el pago',
  'claim.obstacle.token_refuses.why': 'Preguntamos a {symbol} si haría este pago. No lo haría, y no dice por qué.',
  'claim.obstacle.signer_declined.heading': 'Primero tiene que permitirlo el comercio',
  'claim.obstacle.signer_declined.why': '{merchant} firma sus propios pagos y en el último intento no firmó este.',
  'claim.obstacle.signer_unreachable.heading': 'El comercio no respondió',
  'claim.obstacle.signer_unreachable.why':
    '{merchant} firma sus propios pagos y en el último intento su servidor no respondió.',
  'claim.obstacle.screening.heading': 'Primero tiene que revisarlo el comercio',
  'claim.obstacle.screening.why': '{merchant} comprueba a quién paga y tiene que revisar este pago antes de seguir.',
  'claim.obstacle.other.heading': 'La red lo rechazaría',
  'claim.obstacle.other.why': 'En el último intento la red habría rechazado el pago sin decir por qué.',
  'claim.obstacle.other.next': 'Ya avisamos a {merchant}. Puede intentarlo otra vez: intentarlo no cuesta nada.',
  'claim.obstacle.our_clock.heading': 'Nuestro reloj está mal',
  'claim.obstacle.our_clock.why':
    'El reloj de nuestro servidor no coincide con el de la red, así que lo que firmamos no se aceptaría. Es culpa nuestra.',
  'claim.obstacle.our_clock.next': 'Nuestro operador está avisado.',
  'claim.stopped.heading': 'Los pagos están en pausa por ahora',
  'claim.stopped.words':
    'El operador de este portal ha puesto los pagos en pausa por ahora, por precaución. No se ha movido dinero, y tu pago queda guardado para ti hasta {time}.',
  'claim.stopped.next':
    'No tienes que hacer nada. Guarda este enlace: cuando los pagos continúen, esta página lo mostrará por sí sola.',
  'claim.networkDown.heading': 'No podemos comunicarnos con la red',
  'claim.networkDown.words':
    'Ahora no tenemos noticias de {network}, así que no podemos ver si el dinero está ahí y no ofrecemos nada hasta que podamos. El problema es nuestro y su pago está seguro: se le paga una sola vez, aunque mientras tanto se hayan enviado varias transferencias.',
  'claim.networkDown.next': 'La página lo sigue intentando sola.',
  'claim.reverted.heading': 'La red rechazó la transferencia',
  'claim.reverted.words':
    'No ha salido nada de la bóveda; solo se gastó la comisión de red. El pago sigue siendo suyo y puede intentarlo otra vez. Solo se le puede pagar una vez.',
  'claim.replaced.heading': 'Su billetera envió otra cosa en su lugar',
  'claim.replaced.words':
    'La transferencia se canceló o se reemplazó en su billetera antes de que la red la aceptara. No ha salido nada de la bóveda y el pago sigue siendo suyo.',
  'claim.dropped.heading': 'La red perdió la transferencia',
  'claim.dropped.words':
    'No está en ningún bloque que hayamos leído, muchas veces porque la comisión de red era demasiado baja. Envíela otra vez: aunque la primera aparezca más tarde, solo se le puede pagar una vez. Costaría una segunda comisión de red.',
  'claim.processing.heading': 'En camino',
  'claim.processing.soon': 'La red suele confirmarlo en unos segundos.',
  'claim.processing.minute': 'La red suele confirmarlo en menos de un minuto.',
  'claim.processing.minutes':
    'La red suele confirmarlo en {minutes, plural, one {alrededor de # minuto} many {alrededor de # de minutos} other {unos # minutos}}.',
  'claim.processing.doubtful.heading': 'Lo estamos comprobando',
  'claim.processing.doubtful':
    'La transferencia se envió, pero no tuvimos respuesta. Comprobamos con la red si el dinero se movió y no enviamos nada más hasta saberlo.',
  'claim.processing.close':
    'Puede cerrar esta página. La transferencia sigue sin ella, y este enlace siempre muestra el estado.',
  'claim.differs.heading': 'Pagado, pero no como se acordó',
  'claim.differs.words':
    'La red ha confirmado un pago a su billetera. {reason} No es culpa suya y usted no puede corregirlo aquí.',
  'claim.differs.next': '{merchant} también lo ve y decide qué pasa con el resto. Este enlace muestra cómo termina.',
  'claim.step.sent': 'Enviado por su billetera',
  'claim.step.sentForYou': 'Enviado en su nombre',
  'claim.step.seen': 'Visto por la red',
  'claim.step.unseen': 'A la espera de que la red lo vea',
  'claim.step.confirming': 'Confirmando: {count} de {needed}',
  'claim.step.confirmed': 'Confirmado por la red',
  'claim.step.paid': 'Pagado',
  'claim.step.done': '(hecho)',
  'claim.completed.heading': 'Pagado',
  'claim.completed.words': 'El dinero está en su billetera y la red lo ha confirmado.',
  'claim.alreadyPaid.heading': 'Ya está pagado',
  'claim.alreadyPaid.contract':
    'Este enlace ya se usó. Un enlace paga una sola vez, así que aquí no queda nada por cobrar.',
  'claim.alreadyPaid.contract.on':
    'Este enlace ya se usó y se pagó el {time}. Un enlace paga una sola vez, así que aquí no queda nada por cobrar.',
  'claim.alreadyPaid.wallet': 'Este pago ya se le envió. Aquí no queda nada por hacer.',
  'claim.alreadyPaid.wallet.on': 'Este pago ya se le envió y se pagó el {time}. Aquí no queda nada por hacer.',
  'claim.cancelling.heading': 'Se está cancelando',
  'claim.cancelling.words': '{merchant} está cancelando este pago, así que no se puede iniciar ningún cobro nuevo.',
  'claim.cancelling.until':
    'Un cobro enviado o preparado antes todavía podría completarse hasta el {time}. Si ocurre, se le paga y esta página lo dice.',
  'claim.cancelling.onChain':
    'Lo que se firmó para este enlace vale hasta entonces. Termina antes solo si el comercio lo cancela también en la red.',
  'claim.cancelled.heading': 'Este pago se canceló',
  'claim.cancelled.contract':
    '{merchant} lo canceló. No ha salido nada de la bóveda, y este enlace ya no puede pagar. Si esperaba este dinero, pregunte a {merchant}.',
  'claim.cancelled.wallet':
    '{merchant} lo canceló. No se ha visto ningún envío y ya no se enviará. Si esperaba este dinero, pregunte a {merchant}.',
  'claim.expired.heading.contract': 'Este enlace ha caducado',
  'claim.expired.heading.wallet': 'Este pago ha caducado',
  'claim.expired.contract':
    'Valía hasta el {time}. No ha salido nada de la bóveda: el dinero sigue en poder de {merchant}. Pida un enlace nuevo.',
  'claim.expired.wallet':
    'Debía enviarse hasta el {time}. No se ha visto ningún envío: el dinero sigue en poder de {merchant}. Pida uno nuevo.',
  'claim.failed.heading': 'Este pago falló',
  'claim.failed.differs':
    'Lo que llegó a su billetera no es lo acordado, y {merchant} no lo cuenta como este pago. Lo que recibió lo acuerda usted con {merchant}; por este enlace no se paga nada más.',
  'claim.failed.undone':
    'La transferencia se deshizo después de haber contado como pagada: el dinero no está en su billetera. Ya avisamos a {merchant}, que tiene que iniciarla de nuevo; desde aquí usted no puede enviar nada.',
  'claim.verify.title': 'Demuestre que una billetera es suya',
  'claim.verify.asks': '{merchant} se lo pide',
  'claim.verify.open.heading': 'Demuestre que una billetera es suya',
  'claim.verify.open.words':
    'Conecte la billetera y firme con ella un texto breve. No cuesta nada y no mueve dinero. {merchant} recibe la dirección y la firma, y nada más.',
  'claim.verify.open.bound': 'Tiene que ser esta billetera:',
  'claim.verify.open.until': 'Este enlace vale hasta el {time}.',
  'claim.verify.done.heading': 'Listo',
  'claim.verify.done.words': 'Ya avisamos a {merchant} de que esta billetera es suya. Puede cerrar esta página.',
  'claim.verify.expired.heading': 'Este enlace ha caducado',
  'claim.verify.expired.words': 'Pida uno nuevo a {merchant}.',
  'claim.verify.footer': 'Drawbridge lo muestra para {merchant}. No comparta este enlace.',
  'claim.unknown.heading': 'No conocemos este enlace',
  'claim.unknown.words': 'Ningún pago corresponde a esta dirección.',
  'claim.unknown.next':
    'Compruebe que abrió el enlace completo, hasta la última letra. Si le enviaron uno más nuevo, use ese: un enlace nuevo reemplaza al anterior. Si no, pregunte a quien se lo envió.',
  'claim.reason.claim_reverted': 'La red ejecutó el cobro y lo rechazó.',
  'claim.reason.payment_reverted': 'La red ejecutó el pago y lo rechazó.',
  'claim.reason.moved_something_else': 'El hash resultó mover otra cosa.',
  'claim.reason.paid_something_else': 'El hash resultó pagar otra cosa.',
  'claim.reason.reorganised': 'Una reorganización de la cadena deshizo el pago.',
  'claim.reason.not_as_agreed': 'No es lo que se acordó.',
  'claim.reason.no_claim_reported': 'El contrato no informó de ningún cobro.',
  'claim.reason.recipient_not_signed_for': 'El dinero fue a una dirección para la que aquí no se firmó nada.',
  'claim.reason.other_amount': 'El dinero llegó al destinatario, pero no con el importe exacto.',
} satisfies Translated<'claim'>;
