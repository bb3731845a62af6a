import type { Translated } from '@/lib/words/english';

export default {
  'ui.languages': '语言',
  'ui.copied': '已复制',
  'ui.copyFailed': '您的浏览器不允许此页面复制。请从这里复制：',
  'ui.copyAddress': '复制地址',
  'ui.copyHash': '复制哈希',
  'ui.copyLink': '复制链接',
  'ui.selectedAddress': '已选中的地址',
  'ui.selectedHash': '已选中的哈希',
  'ui.selectedLink': '已选中的链接',
  'ui.showAddress': '显示完整地址',
  'ui.showHash': '显示完整哈希',
  'ui.explorer': '区块浏览器',
  'ui.broken.heading': '此页面停止工作了',
  'ui.broken.words': '这是我们的问题。它不会改变之前已完成的操作：请重新加载页面查看进度。',
  'ui.broken.do': '查看进度',
} satisfies Translated<'ui'>;
