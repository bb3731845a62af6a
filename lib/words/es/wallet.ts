import type { Translated } from '@/lib/words/english';

export default {
  'wallet.chooseWallet': 'Elija su billetera',
  'wallet.connect': 'Conectar {wallet}',
  'wallet.connectOne': 'Conectar una billetera',
  'wallet.connect.declined':
    'Usted lo rechazó en su billetera, así que no está conectada. Elija otra vez cuando quiera.',
  'wallet.connect.failed': 'Su billetera no se conectó. Ábrala, compruebe que está desbloqueada y elija otra vez.',
  'wallet.connect.words': 'Conectar solo nos muestra su dirección. Con ello no se envía nada.',
  'wallet.connecting.heading': 'Esperando a su billetera',
  'wallet.connecting.words':
    'Si su billetera pregunta, permita que esta página vea su dirección. Todavía no se envía nada.',
  'wallet.connecting.again': '¿No aparece nada? Preguntar otra vez',
  'wallet.useAnother': 'Usar otra billetera',
  'wallet.none.frame.heading': 'Puede que su billetera no funcione aquí dentro',
  'wallet.none.frame.do': 'Abrir en una pestaña nueva',
  'wallet.none.frame.words':
    'Esta página se muestra dentro de otra, donde a menudo las billeteras no pueden acceder a ella. Ábrala en su propia pestaña; lo que pase allí se ve también aquí. No ha salido nada de la bóveda.',
  'wallet.none.phone.heading': 'Abra esta página en su billetera',
  'wallet.none.phone.all': 'Elegir entre todas las billeteras',
  'wallet.none.phone.openIn': 'Abrir en {wallet}',
  'wallet.none.phone.copy': 'Copiar el enlace',
  'wallet.none.phone.words':
    'Este navegador no tiene billetera. Las aplicaciones de billetera tienen su propio navegador: abra esta página allí, o copie el enlace y péguelo. No ha salido nada de la bóveda.',
  'wallet.none.desktop.heading': 'No hay billetera en este navegador',
  'wallet.none.desktop.onPhone': 'Conectar la billetera de mi teléfono',
  'wallet.none.desktop.look': 'Ya tengo una billetera, comprobar de nuevo',
  'wallet.none.desktop.copy': 'Copiar el enlace para otro dispositivo',
  'wallet.none.desktop.words':
    'Instale una extensión de billetera y compruebe de nuevo, o abra el enlace donde está su billetera: en otro navegador o en una aplicación de billetera de su teléfono. No ha salido nada de la bóveda, y el enlace sigue valiendo.',
  'wallet.wrongWallet.heading': 'Este pago es para otra billetera',
  'wallet.wrongWallet.choose': 'Elegir otra cuenta',
  'wallet.wrongWallet.bound': 'Solo puede ir a',
  'wallet.wrongWallet.shown': 'Su billetera nos muestra',
  'wallet.wrongWallet.words':
    'Desde ahí no se envía nada. Cambie a la cuenta correcta en su billetera; esta página lo notará. Si ya no tiene esa billetera, pida a {merchant} que envíe el pago a otra.',
  'wallet.wrongNetwork.switch': 'Cambiar a {network}',
  'wallet.wrongNetwork.words':
    'Su billetera está en otra red, y este pago está en {network}. Desde ahí no se envía nada. Si su billetera todavía no conoce {network}, le ofrecerá añadirla.',
  'wallet.wrongNetwork.asking': 'Su billetera le está preguntando ahora.',
  'wallet.wrongNetwork.declined': 'Usted rechazó el cambio. Pulse otra vez cuando quiera.',
  'wallet.wrongNetwork.failed':
    'Su billetera no cambió. Elija {network} (número de red {number}) en su billetera; esta página lo notará.',
  'wallet.prove.heading': 'Firme que esta billetera es suya',
  'wallet.prove.words':
    'Su billetera le muestra un texto y le pide que lo firme. No cuesta nada y no mueve dinero. El texto firmado se guarda para que se pueda comprobar de nuevo.',
  'wallet.prove.do': 'Firmar con mi billetera',
  'wallet.prove.asking': 'Fírmelo en su billetera',
  'wallet.prove.checking': 'Comprobando la firma…',
  'wallet.prove.done': 'Firmado',
  'wallet.prove.trouble.declined': 'Usted lo rechazó en su billetera. No se firmó nada. Continúe cuando quiera.',
  'wallet.prove.trouble.busy': 'Ya hay una solicitud abierta en su billetera. Respóndala allí y continúe aquí.',
  'wallet.prove.trouble.unable':
    'Su billetera no dio ninguna firma. No se ha movido nada. Inténtelo otra vez o use otra billetera.',
  'wallet.prove.trouble.refused':
    'La firma no corresponde a esta billetera. No se ha movido nada. Inténtelo otra vez o use otra billetera.',
  'wallet.prove.trouble.unreachable':
    'No se pudo comprobar ahora. No se ha movido nada. Espere un minuto e inténtelo otra vez.',
  'wallet.prove.trouble.expired': 'Tardó demasiado. Firme de nuevo.',
  'wallet.send.heading': 'Enviar a mi billetera',
  'wallet.send.again': 'Intentar otra vez',
  'wallet.send.asking': 'Enviando…',
  'wallet.send.asking.words': 'Esto tarda un momento. La página muestra sola cómo sigue.',
  'wallet.send.trouble.away':
    'No se pudo conectar con nosotros, así que no sabemos si la solicitud se aceptó. Intentarlo otra vez es seguro: se le paga una sola vez.',
  'wallet.send.trouble.changed': 'Algo de este pago ha cambiado. Con esto no se envió nada. Vuelva a cargar la página.',
  'wallet.send.trouble.refused': 'Esta dirección no puede recibir el pago. No se envió nada.',
  'wallet.send.trouble.unavailable':
    'Ahora no podemos hacer el envío por usted. No se envió nada. Espere un poco o pague usted la comisión de red.',
  'wallet.send.trouble.short': 'La bóveda no puede pagar esto ahora. El pago queda reservado para usted.',
  'wallet.send.trouble.often': 'Hubo demasiadas solicitudes desde aquí. Espere un minuto e inténtelo otra vez.',
  'wallet.offer.heading': '¿Enviar a esta billetera?',
  'wallet.offer.words': 'Usted no paga ni firma nada. Es definitivo: asegúrese de que esta billetera es suya.',
  'wallet.offer.do': 'Enviar {amount} aquí',
  'wallet.offer.self': 'Pagar yo la comisión de red',
  'wallet.paste.heading': '¿Adónde debe ir?',
  'wallet.paste.words': 'Se envía como {symbol} en {network}. La dirección tiene que poder recibirlo allí.',
  'wallet.paste.label': 'Dirección o nombre ENS',
  'wallet.paste.check': 'Comprobar esta dirección',
  'wallet.paste.checking': 'Comprobando…',
  'wallet.paste.empty': 'Pegue aquí la dirección.',
  'wallet.paste.unchecked': 'No se pudo comprobar ahora. Espere un momento e inténtelo otra vez.',
  'wallet.paste.why.checksum':
    'Un carácter de esta dirección está mal: sus mayúsculas no concuerdan. Cópiela otra vez desde su billetera.',
  'wallet.paste.why.form':
    'Esto no es una dirección. Una dirección empieza por 0x y sigue con 40 caracteres. Cópiela otra vez.',
  'wallet.paste.why.name_not_offered': 'Aquí no se buscan nombres. Pegue la dirección misma.',
  'wallet.paste.why.name_malformed': 'Este nombre no se puede buscar. Pegue la dirección misma.',
  'wallet.paste.why.name_unset': 'Este nombre no tiene ninguna dirección que podamos leer. Pegue la dirección misma.',
  'wallet.paste.why.name_elsewhere':
    'Este nombre es de un contrato de Ethereum que no existe en esta red. Pegue la dirección misma.',
  'wallet.paste.why.name_silent': 'Ahora no se pueden buscar nombres. Inténtelo otra vez o pegue la dirección misma.',
  'wallet.paste.lost.burn_address': 'Esta dirección no es de nadie. Lo que se envía allí se pierde.',
  'wallet.paste.lost.token_itself':
    'Esta es la dirección del propio token. Lo que se envía allí se pierde. Use la dirección de su billetera.',
  'wallet.paste.lost.payout_contract':
    'Este es el contrato que paga. Lo que se envía allí se pierde. Use la dirección de su billetera.',
  'wallet.paste.lost.vault': 'Esta es una bóveda que paga. Use la dirección de su billetera.',
  'wallet.paste.lost.sender_itself': 'Esta es la bóveda que le paga. Use la dirección de su billetera.',
  'wallet.paste.lost.blocked_by_token': 'El emisor del token ha bloqueado esta dirección. Use otra.',
  'wallet.paste.lost.other': 'Esta dirección no puede recibir el pago. Use otra.',
  'wallet.paste.contract':
    'En esta dirección hay un contrato en {network}. Continúe solo si es su propia billetera inteligente o si una plataforma de intercambio le indicó usarla.',
  'wallet.paste.confirm.heading': '¿Es esta la dirección correcta?',
  'wallet.paste.other': 'Usar otra dirección',
  'wallet.paste.whose': '¿Es una dirección de depósito de una plataforma de intercambio?',
  'wallet.paste.whose.self': 'No, es mi propia billetera',
  'wallet.paste.whose.exchange': 'Sí, es mi cuenta en una plataforma',
  'wallet.paste.whose.missing': 'Primero indique de quién es la dirección.',
  'wallet.paste.exchange.network':
    'La plataforma tiene que aceptar {symbol} en {network}. Si espera otra red, el dinero se pierde.',
  'wallet.paste.exchange.memo':
    'Si la plataforma pide también un memo o una etiqueta, no siga: aquí no se puede enviar, y sin ello no se abona el dinero.',
  'wallet.paste.exchange.minimum':
    'Mire cuál es el depósito mínimo que acepta. Lo que es menos muchas veces no se abona.',
  'wallet.paste.exchange.contract':
    'El dinero sale de un contrato. Algunas plataformas lo abonan tarde, o solo después de escribirles.',
  'wallet.paste.last': 'Sus seis últimos caracteres',
  'wallet.paste.last.hint': 'Léalos en su billetera o en la plataforma y escríbalos aquí.',
  'wallet.paste.last.wrong': 'Estos no son sus seis últimos caracteres. Compare la dirección otra vez.',
  'wallet.paste.send': 'Enviar {amount}',
  'wallet.paste.final':
    'Usted no paga nada. Es definitivo: nadie puede recuperar el dinero de una dirección equivocada.',
  'wallet.get': 'Recibir {amount}',
  'wallet.preparing.heading': 'Preparando su cobro…',
  'wallet.preparing.words': 'Tarda un momento. No se envía nada hasta que usted lo diga.',
  'wallet.preview.heading': 'Esto es lo que va a pasar',
  'wallet.preview.net': 'Usted recibe {amount} de {merchant} en {network}, en su billetera {address}.',
  'wallet.preview.fee.recipient': 'La comisión de {fee} ya está descontada.',
  'wallet.preview.fee.merchant': '{merchant} paga la comisión de {fee}.',
  'wallet.preview.fee.none': 'No hay comisión.',
  'wallet.preview.networkFee': 'Su billetera solo paga la comisión de red.',
  'wallet.preview.asks': 'Su billetera le pregunta una vez más antes de enviar nada.',
  'wallet.preview.sentBefore':
    'Puede que su billetera ya lo haya enviado antes. Mire primero su lista de actividad: se le paga una sola vez, y enviarlo de nuevo solo costaría una segunda comisión de red.',
  'wallet.preview.to': 'A su billetera',
  'wallet.preview.feeAbout': 'Comisión de red, aproximada',
  'wallet.preview.call': 'La llamada exacta',
  'wallet.preview.contract': 'Contrato',
  'wallet.preview.networkNumber': 'Número de red',
  'wallet.preview.value': 'Valor enviado',
  'wallet.short.heading': 'No alcanza para la comisión de red',
  'wallet.short.heading.perhaps': 'Quizá no alcance para la comisión de red',
  'wallet.short.words':
    'La red cobra alrededor de {estimate} por enviarlo. Mientras envía, una billetera aparta hasta {reserve} y conserva lo que no se usa. La suya tiene {balance}. No se le pidió que enviara nada.',
  'wallet.short.next': 'Añada un poco de {currency} en {network} a esta billetera y compruebe de nuevo.',
  'wallet.short.look': 'Ya añadí, comprobar de nuevo',
  'wallet.short.try': 'Intentarlo de todos modos',
  'wallet.asking.heading': 'Confírmelo en su billetera',
  'wallet.asking.words':
    'Su billetera le está preguntando ahora. No se mueve nada hasta que usted confirme allí; después, esta página continúa.',
  'wallet.asking.late':
    'Todavía no ha respondido. Ábrala y busque una solicitud de esta página. Si ya envió el cobro, esta página lo muestra sola.',
  'wallet.asking.again': '¿No aparece nada? Empezar de nuevo',
  'wallet.noAnswer': 'La billetera todavía no ha respondido. Ábrala y busque una solicitud de esta página.',
  'wallet.noAnswer.stop': 'Dejar de esperar',
  'wallet.sent.heading': 'Enviado',
  'wallet.sent.words':
    'La red suele verlo en unos segundos, y entonces esta página muestra cuánto falta. Mientras tanto puede cerrarla.',
  'wallet.sent.transfer': 'Transferencia',
  'wallet.sent.again': 'Empezar de nuevo',
  'wallet.sent.costOfAgain':
    'Enviarlo otra vez es seguro, porque se le paga una sola vez; pero si llegan los dos envíos, se pierde una de las dos comisiones de red.',
  'wallet.stopped.heading': 'Esta parte de la página se detuvo',
  'wallet.stopped.look': 'Ver el estado',
  'wallet.stopped.goOn': 'Continuar aquí',
  'wallet.stopped.words':
    'Algo cambió esta página desde fuera, quizá un traductor. Si su billetera envió algo, sigue su curso; al volver a cargar la página verá el estado.',
  'wallet.trouble.details': 'Detalles',
  'wallet.trouble.prepare': 'Prepararlo otra vez',
  'wallet.trouble.look': 'Ver el estado',
  'wallet.trouble.nothingMoved': 'No ha salido nada de la bóveda.',
  'wallet.trouble.notAsked': 'No se pidió a su billetera que enviara nada.',
  'wallet.trouble.looking':
    'Puede que su billetera haya enviado el cobro antes de eso. Lo buscamos en la red, y esta página lo muestra sola si está allí.',
  'wallet.trouble.rejected.heading': 'Usted lo rechazó en su billetera',
  'wallet.trouble.rejected.words': 'El pago sigue siendo suyo: continúe cuando quiera.',
  'wallet.trouble.unable.heading': 'Su billetera no puede hacerlo',
  'wallet.trouble.unable.words':
    'Dice que no puede enviar en esta página o en esta red. Quizá otra billetera sí pueda.',
  'wallet.trouble.wallet_busy.heading': 'Su billetera todavía le está esperando',
  'wallet.trouble.wallet_busy.words':
    'Ya hay una solicitud abierta allí. Abra su billetera y respóndala, o ciérrela y continúe aquí.',
  'wallet.trouble.unclear.heading': 'Su billetera no dio una respuesta clara',
  'wallet.trouble.unclear.words':
    'Puede que aun así haya enviado el cobro. Lo buscamos en la red, y esta página lo muestra sola si está allí. Se le paga una sola vez: enviarlo de nuevo solo puede costar una segunda comisión de red, así que mire antes la actividad de su billetera.',
  'wallet.trouble.short_of_fee.heading': 'No alcanza para la comisión de red',
  'wallet.trouble.short_of_fee.words':
    'Su billetera dice que no puede pagar lo que la red cobra por el envío. Añada un poco y continúe. Si aun así se envió, esta página lo muestra sola.',
  'wallet.trouble.not_connected.heading': 'Su billetera no está conectada ahora',
  'wallet.trouble.not_connected.words': 'Ábrala y continúe aquí.',
  'wallet.trouble.lapsed.heading': 'Pasó demasiado tiempo',
  'wallet.trouble.lapsed.words': 'Por seguridad, un cobro preparado vale solo unos minutos, y este ya caducó.',
  'wallet.trouble.too_late.heading': 'Este enlace está por terminar',
  'wallet.trouble.too_late.words':
    'Vale menos de medio minuto más. Una transferencia enviada ahora podría llegar tarde: usted pagaría la comisión de red y no recibiría nada. Pida un enlace nuevo.',
  'wallet.trouble.unreachable.heading': 'Sin conexión',
  'wallet.trouble.unreachable.words': 'No se pudo conectar con nosotros. Revise su conexión e inténtelo otra vez.',
  'wallet.trouble.chain_unavailable.heading': 'No podemos comunicarnos con la red',
  'wallet.trouble.chain_unavailable.words': 'El problema es nuestro y suele pasar pronto.',
  'wallet.trouble.rate_limited.heading': 'Demasiado rápido',
  'wallet.trouble.rate_limited.words': 'Hubo demasiadas solicitudes desde aquí. Espere un minuto e inténtelo otra vez.',
  'wallet.trouble.awaiting_funds.heading': 'A la espera de fondos',
  'wallet.trouble.awaiting_funds.words': 'La bóveda no puede pagarlo ahora. El pago queda reservado para usted.',
  'wallet.trouble.signer_refused.heading': 'Primero tiene que permitirlo el comercio',
  'wallet.trouble.signer_refused.words':
    'La bóveda del comercio no nos permite pagarlo en este momento. Ya está avisado.',
  'wallet.trouble.screening_held.heading': 'Primero tiene que revisarlo el comercio',
  'wallet.trouble.screening_held.words': 'No se pierde nada: el pago espera. El comercio está avisado y decide.',
  'wallet.trouble.signer_declined.heading': 'Primero tiene que permitirlo el comercio',
  'wallet.trouble.signer_declined.words':
    'El comercio firma sus propios pagos y no firmó este. Ya está avisado. Intentarlo otra vez no cuesta nada.',
  'wallet.trouble.signer_unreachable.heading': 'El comercio no respondió',
  'wallet.trouble.signer_unreachable.words':
    'El comercio firma sus propios pagos y su servidor no respondió. Inténtelo otra vez en un minuto.',
  'wallet.trouble.key_signature_needed.heading': 'Este enlace no está completo',
  'wallet.trouble.key_signature_needed.words':
    'Falta su última parte, la que va después de #, o está cambiada. Abra el enlace tal como lo recibió, o pida al comercio que se lo envíe otra vez.',
  'wallet.trouble.token_paused.heading': 'El token está detenido para todos',
  'wallet.trouble.token_paused.words':
    'Su emisor ha detenido todas las transferencias. El pago queda reservado para usted.',
  'wallet.trouble.vault_blocked.heading': 'La bóveda está bloqueada',
  'wallet.trouble.vault_blocked.words':
    'El emisor del token ha bloqueado la bóveda que paga. El comercio está avisado.',
  'wallet.trouble.recipient_blocked.heading': 'El emisor del token ha bloqueado esta billetera',
  'wallet.trouble.recipient_blocked.words': 'Nadie puede pagarle el token. Use otra billetera o pregunte al comercio.',
  'wallet.trouble.token_fee.heading': 'Llegaría menos de lo acordado',
  'wallet.trouble.token_fee.words':
    'El token se queda ahora con una parte de cada transferencia. Esperamos hasta que llegue completo.',
  'wallet.trouble.token_refuses.heading': 'El token rechaza este pago',
  'wallet.trouble.token_refuses.words': 'No dice por qué. Quizá funcione otra billetera; si no, pregunte al comercio.',
  'wallet.trouble.claim_would_fail.heading': 'La red lo rechazaría',
  'wallet.trouble.claim_would_fail.words': 'Inténtelo más tarde o pregunte al comercio.',
  'wallet.trouble.clock_behind.heading': 'Nuestro reloj está mal',
  'wallet.trouble.clock_behind.words': 'Lo que firmamos no se aceptaría. Es culpa nuestra, y ya recibimos el aviso.',
  'wallet.trouble.already_paid.heading': 'Ya está pagado',
  'wallet.trouble.already_paid.words': 'Este pago ya se hizo, así que por él no puede salir nada más de la bóveda.',
  'wallet.trouble.transfer_in_progress.heading': 'Ya está en camino',
  'wallet.trouble.transfer_in_progress.words':
    'Una transferencia de este pago está en curso. No hace falta enviar nada de nuevo.',
  'wallet.trouble.link_expired.heading': 'Este enlace ha caducado',
  'wallet.trouble.link_cancelled.heading': 'Este pago se canceló',
  'wallet.trouble.link_unknown.heading': 'Este enlace ya no es válido',
  'wallet.trouble.payout_state.heading': 'Este pago ha cambiado',
  'wallet.trouble.wrong_recipient.heading': 'Este pago es para otra billetera',
  'wallet.trouble.address_refused.heading': 'Esta billetera no puede recibir el pago',
  'wallet.trouble.unforeseen.heading': 'No funcionó',
  'wallet.trouble.unforeseen.words': 'Inténtelo otra vez en un momento.',
  'wallet.code.sending': 'Estamos enviando un código.',
  'wallet.code.sent':
    'Hemos enviado un código de seis cifras a {email}. Puede tardar unos minutos. Sirve durante 30 minutos, en este navegador.',
  'wallet.code.label': 'Código del correo',
  'wallet.code.hint': 'Seis cifras. Mire también en el correo no deseado.',
  'wallet.code.again': 'Enviar un código nuevo',
  'wallet.code.checking': 'Comprobando…',
  'wallet.code.trouble.away':
    'No se pudo conectar con nosotros. Revise su conexión e inténtelo otra vez. No se ha gastado ningún intento.',
  'wallet.code.trouble.wrong':
    'Este no es el código del correo más reciente. Después de cinco intentos fallidos necesita uno nuevo.',
  'wallet.code.trouble.over': 'Ya no hay ningún código que escribir aquí. Pida uno nuevo.',
  'wallet.code.trouble.often':
    'Se han pedido demasiados códigos. Espere un minuto. Si sigue así, abra el enlace de nuestro correo más reciente.',
  'wallet.code.trouble.changed': 'Algo de este pago ha cambiado. Vuelva a cargar la página.',
  'wallet.code.notYou': 'Esta no es mi dirección',
  'wallet.code.notYou.sure': 'Avisamos a quien lo envió de que llegó a otra persona. No pasa nada más.',
  'wallet.code.notYou.tell': 'Sí, avisar',
  'wallet.code.notYou.told': 'Ya hemos avisado. Puede cerrar esta página.',
} satisfies Translated<'wallet'>;
