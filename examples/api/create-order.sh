curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: order-$ORDER" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "reference": "$ORDER",
  "amount": "120.00",
  "asset": "USDT",
  "chain": "local",
  "buyer": { "id": "buyer-5", "contact": "buyer@example.com" },
  "seller": { "id": "seller-9", "address": "$ADDRESS", "contact": "seller@example.com" },
  "pay_in": { "reference": "checkout-77" }
}
JSON
