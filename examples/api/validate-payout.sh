curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts/validate" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "amount": "25.00",
  "asset": "USDT",
  "chain": "local",
  "recipient": { "type": "wallet", "address": "$ADDRESS" },
  "reference": "$ORDER"
}
JSON
