curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/quotes" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "display": { "currency": "JPY", "amount": "5000" },
  "asset": "USDT",
  "chain": "local"
}
JSON
