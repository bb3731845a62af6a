curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: payout-of-$ORDER" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "amount": "25.00",
  "asset": "USDT",
  "chain": "local",
  "recipient": { "type": "anyone" },
  "reference": "$ORDER",
  "description": "Refund of $ORDER",
  "expires_in": 86400
}
JSON
