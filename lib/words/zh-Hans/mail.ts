import type { Translated } from '@/lib/words/english';

export default {
  'mail.invitation.subject': '{merchant} 付给您 {amount}',
  'mail.invitation.words': '{merchant} 在 {network} 上付给您 {amount}。请打开此页面领取：',
  'mail.reminder.subject': '{merchant} 的 {amount} 仍在等您领取',
  'mail.reminder.words': '{merchant} 仍在 {network} 上为您留着 {amount}。请打开此页面领取：',
  'mail.link.subject': '您的领取链接：{merchant} 的 {amount}',
  'mail.link.words': '请用此链接在 {network} 上领取 {merchant} 付给您的 {amount}：',
  'mail.undone.subject': '网络撤销了 {merchant} 的一笔 {amount} 付款',
  'mail.undone.words':
    '{merchant} 曾向您支付 {amount}。之后 {network} 撤销了这笔付款；这种情况很少见，不是任何人的错。',
  'mail.undone.reserved': '这笔钱已重新为您保留。请打开此页面领取：',
  'mail.undone.over': '您的链接已失效。请让 {merchant} 重新付款。',
  'mail.link.button': '领取 {amount}',
  'mail.link.purpose': '付款方所说的用途：{description}',
  'mail.link.onlyYou': '页面会要求输入我们发送到此地址的验证码。因此仅凭此链接谁也拿不到钱，只有您能领取。',
  'mail.link.until': '链接有效至 {time}。',
  'mail.link.notYours': '如果您并未在等对方的款项，请打开页面说明这不是给您的，或不做任何事。',
  'mail.code.subject': '{code} 是您在 {host} 的验证码',
  'mail.code.words':
    '{host} 上的一个浏览器请求领取 {merchant} 付给此邮箱主人的 {amount}。如果是您本人，请在那里输入此验证码：',
  'mail.code.works': '它只能使用一次，{minutes, plural, other {# 分钟}}内有效，且只能在请求它的浏览器中使用。',
  'mail.code.secret': '请勿告诉任何人。如果不是您本人，您无需做任何事：没有验证码，谁也拿不到钱。',
} satisfies Translated<'mail'>;
