import type { Translated } from '@/lib/words/english';

export default {
  'order.title': 'Siparişiniz',
  'order.about': 'Sipariş {reference}',
  'order.fact.amount': 'Satıcı için',
  'order.running': 'Daha önce itiraz etmezseniz satıcıya şu zamanda ödeme yapılır: {time}.',
  'order.waiting': 'Şimdilik hiçbir ödeme yapılmıyor. Devam ettiğinde sürenizden hiçbir şey kaybetmezsiniz.',
  'order.disputed': 'Bir itirazda bulunuldu. {merchant} karar verene kadar hiçbir ödeme yapılmaz.',
  'order.paying': 'Satıcıya ödeme yapılıyor. Burada itiraz etmek için artık çok geç.',
  'order.paid': 'Satıcıya ödeme yapıldı. Burada itiraz etmek için artık çok geç.',
  'order.over': 'Bu sipariş sona erdi. Burada yapılacak bir şey kalmadı.',
  'order.object.words':
    'Ulaşmadı mı, ya da sipariş ettiğiniz şey değil mi? O zaman itiraz edin. {merchant} tarafında bir kişi karar verir.',
  'order.object.do': 'İtiraz et ve ödemeyi durdur',
  'order.extend.words': 'Kontrol etmek için daha fazla zamana mı ihtiyacınız var? Süreyi bir kez uzatabilirsiniz.',
  'order.extend.do': 'Süreyi {days, plural, one {# gün} other {# gün}} uzat',
  'order.extended': 'Süreyi uzattınız. Bu yalnızca bir kez mümkündür.',
  'order.object.reason': 'Sorun nedir? Söylemek zorunda değilsiniz.',
  'order.trouble': 'Bu yapılamadı. Siparişinizin durumunu görmek için sayfayı yenileyin.',
  'order.noScript': 'Bunun için JavaScript gerekir; bu tarayıcıda kapalı.',
  'order.custody': 'Para {merchant} tarafında kalır. Drawbridge bu parayı tutmaz.',

  'order.mail.funded.subject': 'Sipariş {reference} ödendi',
  'order.mail.funded.words':
    'Alıcınız {reference} numaralı siparişin ödemesini yaptı. {merchant}, sipariş bitene kadar sizin için {amount} tutuyor.',
  'order.mail.delivered.subject': 'Sipariş {reference} teslim edildi',
  'order.mail.delivered.words':
    '{merchant}, {reference} numaralı siparişin teslim edildiğini bildiriyor. Alıcı daha önce itiraz etmezse satıcıya {amount} ödenir. Ödeme zamanı: {time}.',
  'order.mail.soon.subject': 'Sipariş {reference}: satıcıya ödemeye {days, plural, one {# gün} other {# gün}} kaldı',
  'order.mail.soon.words':
    'Bu, {merchant} üzerindeki {reference} numaralı siparişle ilgilidir. Alıcı daha önce itiraz etmezse satıcıya {amount} ödenir. Ödeme zamanı: {time}.',
  'order.mail.extended.subject': 'Sipariş {reference}: alıcı süreyi uzattı',
  'order.mail.extended.words':
    '{merchant} üzerindeki {reference} numaralı siparişin alıcısı kontrol süresini uzattı. Alıcı daha önce itiraz etmezse satıcıya {amount} ödenir. Yeni ödeme zamanı: {time}.',
  'order.mail.held.subject': 'Sipariş {reference}: şimdilik hiçbir ödeme yapılmıyor',
  'order.mail.held.words':
    '{merchant} üzerindeki {reference} numaralı sipariş bekletiliyor. {amount} olduğu yerde kalıyor. Sipariş devam ettiğinde kalan süre korunmuş olur.',
  'order.mail.resumed.subject': 'Sipariş {reference} devam ediyor',
  'order.mail.resumed.words':
    '{merchant} üzerindeki {reference} numaralı sipariş devam ediyor. Alıcı daha önce itiraz etmezse satıcıya {amount} ödenir. Ödeme zamanı: {time}.',
  'order.mail.disputed.subject': 'Sipariş {reference}: bir itirazda bulunuldu',
  'order.mail.disputed.words':
    '{reference} numaralı siparişe itiraz edildi. {merchant} tarafında bir kişi karar verene kadar {amount} olduğu yerde kalır.',
  'order.mail.paying.subject': 'Sipariş {reference}: size ödeme yapılıyor',
  'order.mail.paying.words':
    '{merchant}, {reference} numaralı sipariş için size {amount} ödüyor. Durumu görmek için bu sayfayı açın:',
  'order.mail.paying.button': 'Ödemeyi aç',
  'order.mail.paid.subject': 'Sipariş {reference}: satıcıya ödeme yapıldı',
  'order.mail.paid.words': '{merchant} üzerindeki {reference} numaralı siparişin satıcısına {amount} ödendi.',
  'order.mail.refunding.subject': 'Sipariş {reference}: alıcıya para iade ediliyor',
  'order.mail.refunding.words':
    '{merchant} üzerindeki {reference} numaralı siparişin alıcısına {amount} iade ediliyor.',
  'order.mail.address.subject': 'Sipariş {reference}: paranız başka bir adrese gidecek',
  'order.mail.address.words':
    '{merchant}, {reference} numaralı sipariş için size başka bir adrese ödeme yapma isteği aldı. Geçerli olacağı zaman: {time}. Adres:',
  'order.mail.address.notYou': 'Bunu siz istemediyseniz hemen {merchant} ile iletişime geçin.',
  'order.mail.to': 'Para şu adrese gider: {address}.',
  'order.mail.nowhere':
    '{merchant} size nereye ödeme yapacağını henüz bilmiyor. O zamana kadar hiçbir ödeme yapılmaz: lütfen adresinizi bildirin.',
  'order.mail.object':
    'Bir sorun varsa sayfayı açıp itiraz edin. Hesap gerekmez. Her şey yolundaysa hiçbir şey yapmayın.',
  'order.mail.button': 'Siparişi aç',
  'order.mail.custody': 'Para {merchant} tarafında kalır. Drawbridge bu parayı tutmaz.',
} satisfies Translated<'order'>;
