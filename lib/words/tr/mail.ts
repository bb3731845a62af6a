import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{merchant} size {amount} ödüyor',
  'mail.invitation.words': '{merchant} size {network} ağında {amount} ödüyor. Almak için bu sayfayı açın:',
  'mail.reminder.subject': '{amount} hâlâ sizi bekliyor ({merchant})',
  'mail.reminder.words': '{merchant}, {network} ağında sizin için hâlâ {amount} tutuyor. Almak için bu sayfayı açın:',
  'mail.link.subject': '{merchant} ödemesi için bağlantınız: {amount}',
  'mail.link.words': '{network} ağında {merchant} tarafından ödenen {amount} için bağlantınız:',
  'mail.undone.subject': 'Ağ, {merchant} tarafından yapılan {amount} ödemesini geri aldı',
  'mail.undone.words':
    '{merchant} size {amount} ödemişti. Sonra {network} ağı bu ödemeyi geri aldı; bu nadiren olur ve kimsenin suçu değildir.',
  'mail.undone.reserved': 'Para yeniden sizin için ayrıldı. Almak için bu sayfayı açın:',
  'mail.undone.over': 'Bağlantınız artık çalışmıyor. Size yeniden ödeme yapması için {merchant} ile görüşün.',
  'mail.link.button': '{amount} al',
  'mail.link.purpose': 'Ödeyene göre ne için olduğu: {description}',
  'mail.link.onlyYou':
    'Sayfa, bu adrese gönderdiğimiz bir kodu ister. Bu yüzden bağlantı tek başına kimseye para vermez; parayı yalnızca siz alabilirsiniz.',
  'mail.link.until': 'Bağlantının son geçerlilik zamanı: {time}.',
  'mail.link.notYours':
    'Onlardan bir şey beklemiyorsanız sayfayı açıp bunun size ait olmadığını bildirin veya hiçbir şey yapmayın.',
  'mail.code.subject': '{host} için kodunuz: {code}',
  'mail.code.words':
    '{host} üzerinde bir tarayıcı, {merchant} tarafından bu posta kutusunun sahibine ödenen {amount} tutarını istiyor. Bu sizseniz şu kodu oraya yazın:',
  'mail.code.works':
    'Bir kez, {minutes, plural, one {# dakika} other {# dakika}} boyunca ve yalnızca istendiği tarayıcıda geçerlidir.',
  'mail.code.secret':
    'Kodu kimseye söylemeyin. Bunu siz istemediyseniz bir şey yapmanıza gerek yok: kod olmadan parayı kimse alamaz.',
} satisfies Translated<'mail'>;
