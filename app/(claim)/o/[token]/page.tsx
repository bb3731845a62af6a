import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderPage } from '@/components/claim/order/order-page';
import { pageContext } from '@/lib/http/pages/page-context';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { Refusal } from '@/lib/kernel/errors';
import { viewForBuyer } from '@/lib/orders/clock/buyer';
import type { BuyerOrder } from '@/lib/orders/clock/schema';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('order.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

async function findOrderOf(token: string): Promise<BuyerOrder> {
  try {
    return await viewForBuyer(pageContext(), token);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = pageQuery(say.language, await searchParams);
  return <OrderPage view={await findOrderOf(token)} token={token} say={say} query={query} />;
}
